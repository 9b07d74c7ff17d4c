ALTER VIEW public.living_users RENAME TO active_users;
