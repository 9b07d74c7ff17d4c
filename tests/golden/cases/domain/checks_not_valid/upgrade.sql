ALTER DOMAIN public.amount ADD CONSTRAINT even CHECK (VALUE % 2 = 0);
ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE >= 0) NOT VALID;
COMMENT ON CONSTRAINT positive ON DOMAIN public.amount IS 'from now on';
ALTER DOMAIN public.amount VALIDATE CONSTRAINT old;
