DROP INDEX public.near;
DROP INDEX public.t_a_idx;
