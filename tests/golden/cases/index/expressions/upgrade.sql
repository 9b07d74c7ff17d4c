DROP INDEX public.one;
CREATE INDEX one ON public.t (upper(b));
CREATE UNIQUE INDEX t_expr_expr1_idx ON public.t ((a + 1), (a * 2) DESC);
