DROP INDEX public.t_a_b_idx;
DROP INDEX public.t_a_idx;
CREATE UNIQUE INDEX named ON public.t (a);
COMMENT ON INDEX public.named IS 'With a name';
CREATE INDEX t_b_a_idx ON public.t (b, a);
CREATE INDEX t_b_idx ON public.t (b);
