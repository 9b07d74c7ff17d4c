DROP STATISTICS public.places_where;
CREATE STATISTICS public.places_size ON (area / 100) FROM public.places;
CREATE STATISTICS public.places_where (mcv) ON city, zip FROM public.places;
ALTER STATISTICS public.places_where SET STATISTICS 50;
