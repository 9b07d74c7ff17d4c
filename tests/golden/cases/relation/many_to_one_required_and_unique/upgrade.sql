DROP INDEX public.users_team_id_idx;

ALTER TABLE public.users
    DROP CONSTRAINT users_team_id_fkey,
    ALTER COLUMN team_id SET NOT NULL,
    ADD CONSTRAINT users_team_id_key UNIQUE (team_id),
    ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id) ON DELETE RESTRICT;
