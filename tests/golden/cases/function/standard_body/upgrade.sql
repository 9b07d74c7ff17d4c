SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.first_email(wanted integer)
RETURNS text
LANGUAGE sql
STABLE
RETURN (SELECT email FROM users WHERE id = wanted);

CREATE PROCEDURE public.forget(wanted integer)
LANGUAGE sql
BEGIN ATOMIC
  DELETE FROM users WHERE id = wanted;
END;
