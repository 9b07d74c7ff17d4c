ALTER TABLE public.users ENABLE TRIGGER touch_users;
