ALTER DOMAIN public.amount RENAME CONSTRAINT above_zero TO positive;
COMMENT ON CONSTRAINT positive ON DOMAIN public.amount IS NULL;
