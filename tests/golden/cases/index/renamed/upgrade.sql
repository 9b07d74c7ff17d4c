ALTER INDEX public.old_name RENAME TO new_name;
COMMENT ON INDEX public.new_name IS 'Renamed';
