ALTER TYPE public.address DROP ATTRIBUTE city, ADD ATTRIBUTE zip text;
COMMENT ON COLUMN public.address.street IS NULL;
