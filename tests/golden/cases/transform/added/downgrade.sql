DROP TRANSFORM FOR integer LANGUAGE sql;
DROP FUNCTION public.first(integer, smallint);
DROP TRANSFORM FOR public.grade LANGUAGE plpgsql;
DROP TRANSFORM FOR smallint LANGUAGE plpgsql;
DROP FUNCTION public.grade_of(internal);
DROP TYPE public.grade;
