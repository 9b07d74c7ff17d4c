ALTER STATISTICS public.places_old RENAME TO places_new;
CREATE SCHEMA app;
ALTER STATISTICS public.places_all SET STATISTICS 1000;
COMMENT ON STATISTICS public.places_all IS 'all three';
CREATE STATISTICS public.places_three (dependencies, mcv) ON area, zip FROM public.places;
ALTER STATISTICS public.places_three SET STATISTICS 0;
CREATE STATISTICS public.places_two (dependencies, ndistinct) ON area, city FROM public.places;
