CREATE OPERATOR FAMILY public.word_ops USING gin;

ALTER OPERATOR FAMILY public.word_ops USING gin ADD
    OPERATOR 1 &&(anyarray, anyarray),
    OPERATOR 2 @>(anyarray, anyarray),
    FUNCTION 1 (text[], text[]) bttextcmp(text, text),
    FUNCTION 4 (text[], text[]) ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal);

CREATE OPERATOR CLASS public.word_ops FOR TYPE text[] USING gin FAMILY public.word_ops AS
    FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    STORAGE text;

CREATE INDEX words_all_of ON public.words USING gin (all_of public.word_ops);
