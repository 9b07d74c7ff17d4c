ALTER VIEW public.active_users SET (security_barrier=true, check_option=cascaded);
ALTER VIEW public.active_users ALTER COLUMN email SET DEFAULT 'nobody@example.org';
COMMENT ON COLUMN public.active_users.email IS 'Where they are written to';
COMMENT ON VIEW public.active_users IS 'People who can sign in';
