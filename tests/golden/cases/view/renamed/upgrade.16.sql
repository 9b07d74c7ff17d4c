ALTER VIEW public.active_users RENAME TO living_users;
