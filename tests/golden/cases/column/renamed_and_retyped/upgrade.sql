ALTER TABLE public.t RENAME COLUMN age TO years;

ALTER TABLE public.t
    ALTER COLUMN years DROP DEFAULT,
    ALTER COLUMN years TYPE integer USING years::integer,
    ALTER COLUMN years SET DEFAULT 1;
