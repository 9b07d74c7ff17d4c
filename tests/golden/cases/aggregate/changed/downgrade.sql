ALTER AGGREGATE app.largest(integer) RENAME TO biggest;
ALTER AGGREGATE app.biggest(integer) SET SCHEMA public;
DROP AGGREGATE public.biggest(integer);
DROP AGGREGATE public.total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = public.add_up,
    STYPE = bigint,
    INITCOND = '0'
);

DROP SCHEMA app;

CREATE AGGREGATE public.biggest(integer) (
    SFUNC = int4larger,
    STYPE = integer
);

COMMENT ON AGGREGATE public.biggest(integer) IS 'of all';
ALTER AGGREGATE public.biggest(integer) OWNER TO postgres;
