ALTER DOMAIN public.amount DROP CONSTRAINT positive;
ALTER DOMAIN public.amount DROP CONSTRAINT small;
ALTER DOMAIN public.amount SET NOT NULL;
ALTER DOMAIN public.amount SET DEFAULT 2;
COMMENT ON DOMAIN public.amount IS 'After';
ALTER DOMAIN public.amount ADD CONSTRAINT even CHECK (VALUE % 2 = 0);
ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE >= 0);
