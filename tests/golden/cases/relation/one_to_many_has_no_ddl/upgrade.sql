COMMENT ON TABLE public.users IS 'Users write posts';
