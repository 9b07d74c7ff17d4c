ALTER TYPE app.days RENAME TO days__retired;
ALTER FUNCTION app.days(integer, integer) RENAME TO days__retired;
ALTER FUNCTION app.days(integer, integer, text) RENAME TO days__retired;
CREATE TYPE app.days AS RANGE (SUBTYPE = integer);
ALTER TABLE app.stays ALTER COLUMN during TYPE app.days USING during::text::app.days;

DO $$
DECLARE
    others text;
BEGIN
    WITH RECURSIVE own (classid, objid) AS (
        SELECT 'pg_catalog.pg_type'::regclass::oid, 'app.days__retired'::regtype::oid
        UNION
        SELECT 'pg_catalog.pg_proc'::regclass, rngcanonical
        FROM pg_catalog.pg_range WHERE rngtypid = 'app.days__retired'::regtype
        UNION
        SELECT d.classid, d.objid FROM own
        JOIN pg_catalog.pg_depend AS d ON d.refclassid = own.classid
            AND d.refobjid = own.objid AND d.deptype = 'i'
    )
    SELECT string_agg(DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid,
                                                             d.objsubid), E'\n')
    INTO others
    FROM own
    JOIN pg_catalog.pg_depend AS d ON d.refclassid = own.classid
        AND d.refobjid = own.objid
    WHERE (d.classid, d.objid) NOT IN (SELECT classid, objid FROM own);
    IF others IS NOT NULL THEN
        RAISE dependent_objects_still_exist USING MESSAGE = 'other objects depend on range app.days__retired', DETAIL = others;
    END IF;
    DROP TYPE app.days__retired CASCADE;
END
$$;
