ALTER TABLE public.log DETACH PARTITION public.log_2024;
DROP INDEX public.log_2024_text_idx;
