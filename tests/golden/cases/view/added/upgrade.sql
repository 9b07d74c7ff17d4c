CREATE VIEW public.active_users AS
SELECT id, email FROM users WHERE active;
