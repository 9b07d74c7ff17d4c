ALTER TYPE public.address RENAME ATTRIBUTE street TO road;
ALTER TYPE public.address ADD ATTRIBUTE city text;
COMMENT ON COLUMN public.address.road IS 'Which road';

CREATE OR REPLACE VIEW public.v AS
SELECT (a).road AS street
   FROM public.t;
