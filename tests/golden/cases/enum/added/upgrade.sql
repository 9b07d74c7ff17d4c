CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE public.mood IS 'How one feels';

CREATE TABLE public.people (
    id integer NOT NULL,
    mood public.mood NOT NULL DEFAULT 'ok'::public.mood,
    moods public.mood[] DEFAULT '{sad,happy}'::public.mood[],
    CONSTRAINT people_pkey PRIMARY KEY (id)
);
