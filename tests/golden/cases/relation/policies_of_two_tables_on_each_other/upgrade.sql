CREATE TABLE public.members (
    id integer NOT NULL,
    team_id integer,
    CONSTRAINT members_pkey PRIMARY KEY (id)
);

ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.is_seen(m public.members)
RETURNS boolean
LANGUAGE sql
STABLE
AS $$SELECT m.id > 0$$;

CREATE TABLE public.teams (
    id integer NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);

ALTER TABLE public.teams ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON public.members
USING (is_seen(members) AND EXISTS (SELECT 1 FROM teams t WHERE t.id = members.team_id));

CREATE POLICY seen ON public.teams
USING (EXISTS (SELECT 1 FROM members m WHERE m.team_id = teams.id));
