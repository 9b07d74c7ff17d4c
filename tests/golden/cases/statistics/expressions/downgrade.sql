DROP STATISTICS public.places_mixed;
DROP STATISTICS public.places_one;
