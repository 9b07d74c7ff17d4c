ALTER DOMAIN public.amount DROP CONSTRAINT even;
ALTER DOMAIN public.amount DROP CONSTRAINT positive;
ALTER DOMAIN public.amount DROP NOT NULL;
ALTER DOMAIN public.amount SET DEFAULT 1;
COMMENT ON DOMAIN public.amount IS 'Before';
ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE > 0);
ALTER DOMAIN public.amount ADD CONSTRAINT small CHECK (VALUE < 100);
