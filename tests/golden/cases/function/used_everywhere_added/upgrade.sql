SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.twice(n integer)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT n * 2$$;

CREATE TABLE public.things (
    id integer NOT NULL DEFAULT twice(1),
    n integer,
    m integer GENERATED ALWAYS AS (twice(n)) STORED,
    CONSTRAINT things_pkey PRIMARY KEY (id),
    CONSTRAINT things_n_check CHECK (twice(n) < 100)
);

ALTER TABLE public.things ENABLE ROW LEVEL SECURITY;
CREATE INDEX things_twice_idx ON public.things (twice(n));

CREATE VIEW public.doubled AS
SELECT twice(n) AS d FROM things;

CREATE POLICY small ON public.things
USING (twice(n) < 10);
