DROP VIEW public.bigger;
DROP VIEW public.big;
ALTER TABLE public.t ALTER COLUMN amount TYPE bigint;

CREATE VIEW public.big AS
SELECT id,
    amount
   FROM public.t
  WHERE (amount > 100);

CREATE VIEW public.bigger AS
SELECT id
   FROM public.big
  WHERE (amount > 1000);
