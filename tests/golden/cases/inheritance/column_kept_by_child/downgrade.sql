ALTER TABLE public.base ADD COLUMN extra integer;
