COMMENT ON TABLE public.item IS 'Numbered';
ALTER TABLE public.item ALTER COLUMN id SET DEFAULT 7;
