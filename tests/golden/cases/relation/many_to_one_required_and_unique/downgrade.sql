ALTER TABLE public.users
    DROP CONSTRAINT users_team_id_fkey,
    DROP CONSTRAINT users_team_id_key,
    ALTER COLUMN team_id DROP NOT NULL;

CREATE INDEX users_team_id_idx ON public.users (team_id);
ALTER TABLE public.users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);
