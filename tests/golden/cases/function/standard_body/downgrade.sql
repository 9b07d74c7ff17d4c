DROP PROCEDURE public.forget(integer);
DROP FUNCTION public.first_email(integer);
