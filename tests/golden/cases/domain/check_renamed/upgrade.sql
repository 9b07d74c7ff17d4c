ALTER DOMAIN public.amount RENAME CONSTRAINT positive TO above_zero;
COMMENT ON CONSTRAINT above_zero ON DOMAIN public.amount IS 'More than nothing';
