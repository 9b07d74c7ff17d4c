ALTER TABLE public.events ATTACH PARTITION public.archive FOR VALUES FROM (minvalue) TO ('2020-01-01');
