DROP INDEX public.users_team_id_idx;

-- DATA LOSS: column users.team_id is dropped with its values
ALTER TABLE public.users
    DROP CONSTRAINT users_team_id_fkey,
    DROP COLUMN team_id;

-- DATA LOSS: table teams is dropped with its rows
DROP TABLE public.teams;
