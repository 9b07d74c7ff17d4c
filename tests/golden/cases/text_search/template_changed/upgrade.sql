DROP TEXT SEARCH DICTIONARY public.words;
DROP TEXT SEARCH TEMPLATE public.small;
CREATE TEXT SEARCH TEMPLATE public.small (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE public.small IS 'lower case';
CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = public.small);
