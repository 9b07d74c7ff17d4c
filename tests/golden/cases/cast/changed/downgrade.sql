DROP CAST (integer AS public.mood);
CREATE CAST (integer AS public.mood) WITH FUNCTION public.mood_of(integer);
DROP CAST (public.mood AS integer);
CREATE CAST (public.mood AS integer) WITH INOUT;
COMMENT ON CAST (public.mood AS integer) IS 'by its text';
