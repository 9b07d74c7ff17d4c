DROP VIEW public.everything;

-- DATA LOSS: column items.price is dropped with its values
ALTER TABLE public.items DROP COLUMN price;

CREATE VIEW public.everything AS
SELECT id
   FROM public.items;
