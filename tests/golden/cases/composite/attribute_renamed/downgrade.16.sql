ALTER TYPE public.address RENAME ATTRIBUTE road TO street;
ALTER TYPE public.address DROP ATTRIBUTE city;
COMMENT ON COLUMN public.address.street IS 'Where';

CREATE OR REPLACE VIEW public.v AS
SELECT (a).street AS street
   FROM public.t;
