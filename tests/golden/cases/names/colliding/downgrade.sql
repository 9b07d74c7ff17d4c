DROP INDEX public.t_a_idx1;
DROP INDEX public.t_a_idx2;

-- DATA LOSS: column t.a_key is dropped with its values
ALTER TABLE public.t
    DROP CONSTRAINT t_a_key_key1,
    DROP COLUMN a_key;

DROP INDEX public.t_a_id_idx;

-- DATA LOSS: column t_a.id is dropped with its values
ALTER TABLE public.t_a DROP COLUMN id;

-- DATA LOSS: table t_a_key is dropped with its rows
DROP TABLE public.t_a_key;
