CREATE INDEX log_2024_text_idx ON public.log_2024 (text);
ALTER TABLE public.log ATTACH PARTITION public.log_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
