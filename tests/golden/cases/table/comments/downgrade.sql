COMMENT ON TABLE public.users IS 'Before';
COMMENT ON COLUMN public.users.email IS 'Goes';
COMMENT ON COLUMN public.users.id IS 'The key';
COMMENT ON COLUMN public.users.name IS NULL;
