ALTER TABLE public.people RENAME COLUMN mail TO email;
ALTER TABLE public.people RENAME COLUMN labels TO tags;
