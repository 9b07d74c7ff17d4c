ALTER STATISTICS public.places_new RENAME TO places_old;
DROP STATISTICS public.places_three;
DROP STATISTICS public.places_two;
ALTER STATISTICS public.places_all SET STATISTICS -1;
COMMENT ON STATISTICS public.places_all IS NULL;
DROP SCHEMA app;
