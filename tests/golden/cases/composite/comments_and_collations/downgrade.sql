ALTER TYPE public.address DROP ATTRIBUTE spots;
COMMENT ON COLUMN public.address.street IS 'where';
COMMENT ON COLUMN public.address.zip IS NULL;
COMMENT ON TYPE public.address IS NULL;
ALTER TYPE public.address OWNER TO postgres;
