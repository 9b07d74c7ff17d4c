ALTER RULE stay ON public.users RENAME TO keep;
