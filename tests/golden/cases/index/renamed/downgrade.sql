ALTER INDEX public.new_name RENAME TO old_name;
COMMENT ON INDEX public.old_name IS NULL;
