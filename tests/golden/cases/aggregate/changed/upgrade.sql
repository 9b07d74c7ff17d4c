CREATE SCHEMA app;
ALTER AGGREGATE public.biggest(integer) RENAME TO largest;
ALTER AGGREGATE public.largest(integer) SET SCHEMA app;
DROP AGGREGATE app.largest(integer);

CREATE AGGREGATE app.largest(integer) (
    SFUNC = int4larger,
    STYPE = integer,
    SORTOP = >
);

ALTER AGGREGATE app.largest(integer) OWNER TO pg_monitor;
DROP AGGREGATE public.total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = public.add_up,
    STYPE = bigint,
    FINALFUNC_MODIFY = READ_WRITE,
    INITCOND = '1',
    MSFUNC = public.add_up,
    MINVFUNC = public.take_off,
    MSTYPE = bigint,
    MINITCOND = '0'
);

COMMENT ON AGGREGATE public.total(integer) IS 'more';
