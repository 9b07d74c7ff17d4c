ALTER TABLE public.items ADD COLUMN price integer;

CREATE OR REPLACE VIEW public.everything AS
SELECT items.id,
    items.price
   FROM public.items;
