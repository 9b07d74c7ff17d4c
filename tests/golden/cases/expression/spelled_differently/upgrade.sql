COMMENT ON TABLE public.t IS 'Nothing but this comment changes';
