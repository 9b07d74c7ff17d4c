ALTER TRIGGER on_change ON public.users RENAME TO touch_users;
