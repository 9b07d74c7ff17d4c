ALTER TABLE public.b ADD COLUMN more text;
