ALTER TABLE public.b RENAME CONSTRAINT old_name TO new_name;
