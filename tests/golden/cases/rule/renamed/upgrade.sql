ALTER RULE keep ON public.users RENAME TO stay;
