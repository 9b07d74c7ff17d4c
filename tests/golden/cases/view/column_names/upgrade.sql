CREATE VIEW public.totals (what, how_many) AS
SELECT 'users', count(*) FROM users;
