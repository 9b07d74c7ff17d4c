CREATE STATISTICS public.places_mixed (mcv, ndistinct) ON city, (lower(zip)), (area * 2) FROM public.places;
CREATE STATISTICS public.places_one ON (area % 10) FROM public.places;
COMMENT ON STATISTICS public.places_one IS 'one alone';
