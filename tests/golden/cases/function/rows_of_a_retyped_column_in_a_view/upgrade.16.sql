DROP VIEW public.v;

ALTER TABLE public.t
    ALTER COLUMN id TYPE bigint,
    ADD COLUMN m integer;

CREATE VIEW public.v AS
SELECT id
   FROM public.g() g(id, n, m);
