DROP STATISTICS public.places_size;
DROP STATISTICS public.places_where;
CREATE STATISTICS public.places_where ON city, zip FROM public.places;
