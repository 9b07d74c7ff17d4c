ALTER TABLE public.items ADD COLUMN price integer;

CREATE OR REPLACE VIEW public.everything AS
SELECT id,
    price
   FROM public.items;
