DROP INDEX public.named;
DROP INDEX public.t_b_a_idx;
DROP INDEX public.t_b_idx;
CREATE INDEX t_a_b_idx ON public.t (a, b);
CREATE INDEX t_a_idx ON public.t (a);
