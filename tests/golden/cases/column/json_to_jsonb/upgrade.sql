ALTER TABLE public.t
    ALTER COLUMN data DROP DEFAULT,
    ALTER COLUMN data TYPE jsonb,
    ALTER COLUMN data SET DEFAULT '{"a": [1, 2]}'::jsonb;

CREATE INDEX t_data_idx ON public.t USING gin (data);
