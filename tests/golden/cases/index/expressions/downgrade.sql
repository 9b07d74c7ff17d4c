DROP INDEX public.one;
DROP INDEX public.t_expr_expr1_idx;
CREATE INDEX one ON public.t (lower(b));
