CREATE TABLE public.item_1 PARTITION OF public.item FOR VALUES FROM (0) TO (100);

DO $$
DECLARE
    part record;
BEGIN
    FOR step IN 1..2 LOOP
        FOR part IN
            SELECT i.inhrelid::regclass AS index, w.number, w.name
            FROM (VALUES (1, to_regclass('public.by_b'), 'item_1_lower_idx'),
                         (2, to_regclass('public.by_a'), 'item_1_lower_idx1')) AS w (number, above, name)
            JOIN pg_catalog.pg_inherits AS i ON i.inhparent = w.above
            JOIN pg_catalog.pg_index AS x ON x.indexrelid = i.inhrelid
            WHERE x.indrelid = 'public.item_1'::regclass
        LOOP
            EXECUTE format('ALTER INDEX %s RENAME TO %I', part.index,
                           CASE step WHEN 1 THEN 'gen_part_' || part.number ELSE part.name END);
        END LOOP;
    END LOOP;
END
$$;

CREATE TABLE public.item_2 PARTITION OF public.item FOR VALUES FROM (100) TO (200);

DO $$
DECLARE
    part record;
BEGIN
    FOR step IN 1..2 LOOP
        FOR part IN
            SELECT i.inhrelid::regclass AS index, w.number, w.name
            FROM (VALUES (1, to_regclass('public.by_a'), 'item_2_lower_idx'),
                         (2, to_regclass('public.by_b'), 'item_2_by_b')) AS w (number, above, name)
            JOIN pg_catalog.pg_inherits AS i ON i.inhparent = w.above
            JOIN pg_catalog.pg_index AS x ON x.indexrelid = i.inhrelid
            WHERE x.indrelid = 'public.item_2'::regclass
        LOOP
            EXECUTE format('ALTER INDEX %s RENAME TO %I', part.index,
                           CASE step WHEN 1 THEN 'gen_part_' || part.number ELSE part.name END);
        END LOOP;
    END LOOP;
END
$$;
