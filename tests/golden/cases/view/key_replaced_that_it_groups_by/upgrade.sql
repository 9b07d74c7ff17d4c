DROP RULE r ON public.l;
DROP POLICY p ON public.l;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;

ALTER TABLE public.t
    DROP CONSTRAINT one,
    ADD COLUMN k integer NOT NULL DEFAULT 3,
    ADD CONSTRAINT two PRIMARY KEY (id) INCLUDE (k);

CREATE VIEW public.v AS
SELECT t.id,
    t.n,
    count(*) AS c
   FROM public.t
  GROUP BY t.id;

CREATE MATERIALIZED VIEW public.m AS
SELECT sum(v.c) AS s
   FROM public.v;

CREATE POLICY p ON public.l
USING (id IN ( SELECT length(t.n) AS length
   FROM public.t
  GROUP BY t.id));

CREATE RULE r AS
ON DELETE TO public.l DO  INSERT INTO public.l (id)  SELECT length(t.n) AS length
           FROM public.t
          GROUP BY t.id;
