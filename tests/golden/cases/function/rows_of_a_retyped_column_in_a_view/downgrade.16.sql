DROP VIEW public.v;

-- DATA LOSS: column t.m is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN id TYPE integer,
    DROP COLUMN m;

CREATE VIEW public.v AS
SELECT id
   FROM public.g() g(id, n);
