ALTER VIEW public.local_one SET (check_option=cascaded, security_barrier=false);
ALTER VIEW public.local_one ALTER COLUMN email SET DEFAULT 'somebody';
ALTER VIEW public.local_one ALTER COLUMN id SET DEFAULT 7;
COMMENT ON COLUMN public.local_one.email IS NULL;
COMMENT ON COLUMN public.local_one.id IS 'number';
