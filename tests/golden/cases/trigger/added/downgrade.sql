DROP TRIGGER count_users ON public.users;
DROP TRIGGER later ON public.users;
DROP TRIGGER touch_users ON public.users;
