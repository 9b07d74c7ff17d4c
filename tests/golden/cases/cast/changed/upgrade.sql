DROP CAST (integer AS public.mood);
CREATE CAST (integer AS public.mood) WITH FUNCTION public.mood_of(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS public.mood) IS 'by its sign';
DROP CAST (public.mood AS integer);
CREATE CAST (public.mood AS integer) WITH INOUT AS IMPLICIT;
