DROP INDEX public.t_data_idx;

ALTER TABLE public.t
    ALTER COLUMN data DROP DEFAULT,
    ALTER COLUMN data TYPE json,
    ALTER COLUMN data SET DEFAULT '{"a": [1, 2]}'::json;
