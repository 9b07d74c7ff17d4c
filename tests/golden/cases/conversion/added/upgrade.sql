CREATE CONVERSION public.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE DEFAULT CONVERSION public.here FOR 'latin1' TO 'utf8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION public.here IS 'as PostgreSQL''s';
ALTER CONVERSION public.here OWNER TO pg_monitor;
DROP CONVERSION public.gone;
