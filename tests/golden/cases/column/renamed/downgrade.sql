ALTER TABLE public.people RENAME COLUMN tags TO labels;
ALTER TABLE public.people RENAME COLUMN email TO mail;
