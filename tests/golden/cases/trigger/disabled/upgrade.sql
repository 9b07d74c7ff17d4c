ALTER TABLE public.users DISABLE TRIGGER touch_users;
