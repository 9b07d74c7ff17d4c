DROP MATERIALIZED VIEW public.report;
DROP VIEW public.sums;
DROP VIEW public.base;
ALTER TABLE public.items ALTER COLUMN price TYPE bigint;

CREATE VIEW public.base AS
SELECT id,
    price
   FROM public.items;

CREATE VIEW public.sums AS
SELECT sum(price) AS total
   FROM public.base;

CREATE MATERIALIZED VIEW public.report AS
SELECT total
   FROM public.sums;

CREATE UNIQUE INDEX report_total_idx ON public.report (total);
