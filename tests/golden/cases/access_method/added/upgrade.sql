DROP INDEX public.t_b;
CREATE ACCESS METHOD blocks TYPE INDEX HANDLER brinhandler;
CREATE ACCESS METHOD rows TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD rows IS 'as heap';
CREATE OPERATOR FAMILY public.text_blocks USING blocks;

CREATE OPERATOR CLASS public.text_blocks DEFAULT FOR TYPE text USING blocks FAMILY public.text_blocks AS
    OPERATOR 1 <,
    OPERATOR 2 <=,
    OPERATOR 3 =,
    OPERATOR 4 >=,
    OPERATOR 5 >,
    FUNCTION 1 brin_minmax_opcinfo(internal),
    FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 brin_minmax_consistent(internal, internal, internal),
    FUNCTION 4 brin_minmax_union(internal, internal, internal);

CREATE TABLE public.u (
    a integer NOT NULL,
    CONSTRAINT u_pkey PRIMARY KEY (a)
) USING rows;

CREATE INDEX t_b ON public.t USING blocks (b);

CREATE MATERIALIZED VIEW public.v USING rows AS
SELECT a FROM u;
