ALTER TRIGGER touch_users ON public.users RENAME TO on_change;
