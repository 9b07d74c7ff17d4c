ALTER TABLE public.users
    DROP CONSTRAINT users_team_id_fkey,
    ALTER COLUMN team_id TYPE integer;

ALTER TABLE public.teams ALTER COLUMN id TYPE integer;
ALTER TABLE public.users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);
