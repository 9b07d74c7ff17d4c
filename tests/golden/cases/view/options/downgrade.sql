ALTER VIEW public.active_users RESET (security_barrier, check_option);
ALTER VIEW public.active_users ALTER COLUMN email DROP DEFAULT;
COMMENT ON COLUMN public.active_users.email IS NULL;
COMMENT ON VIEW public.active_users IS NULL;
