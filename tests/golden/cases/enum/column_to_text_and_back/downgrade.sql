ALTER TABLE public.t
    ALTER COLUMN a DROP DEFAULT,
    ALTER COLUMN a TYPE public.mood USING a::public.mood,
    ALTER COLUMN a SET DEFAULT 'ok'::public.mood,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE text,
    ALTER COLUMN b SET DEFAULT 'sad'::text;
