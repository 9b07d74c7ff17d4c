DROP VIEW public.bigger;
DROP VIEW public.big;
ALTER TABLE public.t ALTER COLUMN amount TYPE integer;

CREATE VIEW public.big AS
SELECT t.id,
    t.amount
   FROM public.t
  WHERE (t.amount > 100);

CREATE VIEW public.bigger AS
SELECT big.id
   FROM public.big
  WHERE (big.amount > 1000);
