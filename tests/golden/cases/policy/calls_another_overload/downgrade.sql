DROP POLICY "some" ON public.item;
DROP FUNCTION public.allowed(public.paint);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.allowed(c public.color)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT c::color = 'red'::color$$;

CREATE POLICY "some" ON public.item
USING (public.allowed('green'::public.color));
