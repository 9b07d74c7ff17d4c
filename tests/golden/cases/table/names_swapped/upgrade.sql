COMMENT ON TABLE public.archive IS 'This one becomes the archive';
ALTER TABLE public.archive ALTER COLUMN id TYPE integer;
COMMENT ON TABLE public.live IS 'This one goes live';
ALTER TABLE public.live ALTER COLUMN id TYPE bigint;
