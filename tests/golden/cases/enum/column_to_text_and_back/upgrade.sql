ALTER TABLE public.t
    ALTER COLUMN a DROP DEFAULT,
    ALTER COLUMN a TYPE text,
    ALTER COLUMN a SET DEFAULT 'ok'::text,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE public.mood USING b::public.mood,
    ALTER COLUMN b SET DEFAULT 'sad'::public.mood;
