SET LOCAL check_function_bodies = off;

CREATE PROCEDURE public.fill(
    n integer,
    INOUT done bigint DEFAULT 0,
    VARIADIC more integer[] DEFAULT '{}'
)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path TO 'public', 'pg_temp'
SET lock_timeout TO '5s'
AS $$BEGIN
  INSERT INTO public.t SELECT generate_series(1, n);
  done := n;
END
$$;

COMMENT ON PROCEDURE public.fill(integer, bigint, integer[]) IS 'fills the table';
ALTER PROCEDURE public.fill(integer, bigint, integer[]) OWNER TO pg_monitor;
REVOKE EXECUTE ON PROCEDURE public.fill(integer, bigint, integer[]) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.fill(integer, bigint, integer[]) TO pg_signal_backend;

CREATE PROCEDURE public.fill(text)
LANGUAGE sql
AS $$INSERT INTO public.t VALUES (length($1))$$;

CREATE PROCEDURE public.in_parts()
LANGUAGE plpgsql
AS $$BEGIN
  INSERT INTO public.t VALUES (1);
  COMMIT;
END
$$;
