CREATE CAST (bytea AS text) WITHOUT FUNCTION;
CREATE CAST (character varying AS public.mood) WITH FUNCTION public.shorten(varchar, int, bool);
CREATE CAST (integer AS public.mood) WITH FUNCTION public.mood_of(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS public.mood) IS 'by its sign';
CREATE CAST (public.mood AS bytea) WITH INOUT;
CREATE CAST (public.mood AS integer) WITH INOUT AS ASSIGNMENT;

CREATE TABLE public.t (
    m public.mood DEFAULT 1
);
