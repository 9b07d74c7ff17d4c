ALTER TYPE public.address DROP ATTRIBUTE zip, ADD ATTRIBUTE city character varying(40);
COMMENT ON COLUMN public.address.street IS 'with the number';
