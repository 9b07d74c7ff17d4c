-- DATA LOSS: table app.stays is dropped with its rows
DROP TABLE app.stays;

DO $$
DECLARE
    others text;
BEGIN
    WITH RECURSIVE own (classid, objid) AS (
        SELECT 'pg_catalog.pg_type'::regclass::oid, 'app.days'::regtype::oid
        UNION
        SELECT 'pg_catalog.pg_proc'::regclass, rngcanonical
        FROM pg_catalog.pg_range WHERE rngtypid = 'app.days'::regtype
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
        RAISE dependent_objects_still_exist USING MESSAGE = 'other objects depend on range app.days', DETAIL = others;
    END IF;
    DROP TYPE app.days CASCADE;
END
$$;

DROP SCHEMA steps;
