CREATE TYPE public.grade AS ENUM ('a', 'b');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.grade_of(internal)
RETURNS public.grade
LANGUAGE internal
STABLE STRICT
AS $$enum_recv$$;

CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'one way';
CREATE TRANSFORM FOR public.grade LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION public.grade_of(internal));
CREATE TRANSFORM FOR smallint LANGUAGE plpgsql (TO SQL WITH FUNCTION int2recv(internal));

CREATE FUNCTION public.first(n integer, m smallint)
RETURNS public.grade
LANGUAGE plpgsql
TRANSFORM FOR TYPE smallint, FOR TYPE public.grade
AS $$BEGIN RETURN 'a'; END$$;
