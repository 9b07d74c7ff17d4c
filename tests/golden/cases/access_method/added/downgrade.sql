DROP INDEX public.t_b;
DROP MATERIALIZED VIEW public.v;

-- DATA LOSS: table u is dropped with its rows
DROP TABLE public.u;
DROP OPERATOR CLASS public.text_blocks USING blocks;
DROP OPERATOR FAMILY public.text_blocks USING blocks;
DROP ACCESS METHOD blocks;
CREATE INDEX t_b ON public.t (b);
DROP ACCESS METHOD rows;
