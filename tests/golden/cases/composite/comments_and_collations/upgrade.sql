ALTER TYPE public.address ADD ATTRIBUTE spots point[];
COMMENT ON COLUMN public.address.street IS NULL;
COMMENT ON COLUMN public.address.zip IS 'code';
COMMENT ON TYPE public.address IS 'of a house';
ALTER TYPE public.address OWNER TO pg_monitor;
