CREATE TABLE public.teams (
    id integer NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);

ALTER TABLE public.users ADD COLUMN team_id integer;
CREATE INDEX users_team_id_idx ON public.users (team_id);
ALTER TABLE public.users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);
