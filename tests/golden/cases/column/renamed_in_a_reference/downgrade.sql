ALTER TABLE public.teams RENAME COLUMN key TO id;
ALTER TABLE public.users RENAME COLUMN team_id TO team;
