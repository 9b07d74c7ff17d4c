DROP INDEX public.t_a_idx;
DROP INDEX public.t_kept_a_idx;

-- DATA LOSS: column t.a is dropped with its values
-- DATA LOSS: column t.b is dropped with its values
-- DATA LOSS: column t.c is dropped with its values
ALTER TABLE public.t
    DROP CONSTRAINT "both",
    DROP CONSTRAINT t_c_check,
    DROP CONSTRAINT t_b_key,
    DROP COLUMN a,
    DROP COLUMN b,
    DROP COLUMN c;
