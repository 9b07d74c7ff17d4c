DROP VIEW public.cascaded_one;
DROP VIEW public.local_one;
