ALTER TABLE public.b RENAME CONSTRAINT new_name TO old_name;
