ALTER TABLE public.t
    ALTER COLUMN age DROP DEFAULT,
    ALTER COLUMN age TYPE integer USING nullif(age, '')::integer,
    ALTER COLUMN age SET DEFAULT 18,
    ALTER COLUMN flag TYPE boolean USING flag = 'yes';
