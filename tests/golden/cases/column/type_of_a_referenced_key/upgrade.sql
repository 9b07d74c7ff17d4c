ALTER TABLE public.users
    DROP CONSTRAINT users_team_id_fkey,
    ALTER COLUMN team_id TYPE bigint;

ALTER TABLE public.teams ALTER COLUMN id TYPE bigint;
ALTER TABLE public.users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);
