ALTER TABLE public.base
    ALTER COLUMN b SET DEFAULT 'y'::text,
    ADD COLUMN c date;

CREATE TABLE public.child (
    own text
) INHERITS (public.base);

ALTER TABLE public.child ALTER COLUMN b SET DEFAULT 'z'::text;
