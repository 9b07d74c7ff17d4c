DROP VIEW public.ids;
DROP AGGREGATE public.total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '10',
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE public.total(integer) IS 'plus ten';

CREATE VIEW public.ids AS
SELECT public.total(id) AS t
   FROM public.users;
