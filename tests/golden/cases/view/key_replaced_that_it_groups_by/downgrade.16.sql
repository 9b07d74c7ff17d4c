DROP RULE r ON public.l;
DROP POLICY p ON public.l;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;

-- DATA LOSS: column t.k is dropped with its values
ALTER TABLE public.t
    DROP CONSTRAINT two,
    DROP COLUMN k,
    ADD CONSTRAINT one PRIMARY KEY (id);

CREATE VIEW public.v AS
SELECT id,
    n,
    count(*) AS c
   FROM public.t
  GROUP BY id;

CREATE MATERIALIZED VIEW public.m AS
SELECT sum(c) AS s
   FROM public.v;

CREATE POLICY p ON public.l
USING (id IN ( SELECT length(t.n) AS length
   FROM public.t
  GROUP BY t.id));

CREATE RULE r AS
ON DELETE TO public.l DO  INSERT INTO public.l (id)  SELECT length(t.n) AS length
           FROM public.t
          GROUP BY t.id;
