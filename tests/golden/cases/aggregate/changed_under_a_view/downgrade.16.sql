DROP VIEW public.ids;
DROP AGGREGATE public.total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);

CREATE VIEW public.ids AS
SELECT public.total(id) AS t
   FROM public.users;
