ALTER VIEW public.local_one SET (check_option=local, security_barrier=true);
ALTER VIEW public.local_one ALTER COLUMN id DROP DEFAULT;
ALTER VIEW public.local_one ALTER COLUMN email SET DEFAULT 'nobody'::text;
COMMENT ON COLUMN public.local_one.id IS NULL;
COMMENT ON COLUMN public.local_one.email IS 'address';
