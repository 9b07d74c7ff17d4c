DROP INDEX public.t_a_idx;

ALTER TABLE public.t
    DROP CONSTRAINT t_a_fkey,
    DROP CONSTRAINT t_a_check,
    DROP CONSTRAINT t_a_key;
