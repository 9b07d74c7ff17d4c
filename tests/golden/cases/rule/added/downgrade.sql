DROP RULE keep ON public.users;
