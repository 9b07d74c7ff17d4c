SET LOCAL check_function_bodies = off;

CREATE PROCEDURE public.double(a integer, OUT b integer, OUT c text)
LANGUAGE plpgsql
AS $$BEGIN b := a * 2; c := b; END$$;

COMMENT ON PROCEDURE public.halve(integer) IS 'rounds down';
