DROP TRIGGER write ON public.active_users;
