ALTER TABLE public.teams RENAME COLUMN id TO key;
ALTER TABLE public.users RENAME COLUMN team TO team_id;
