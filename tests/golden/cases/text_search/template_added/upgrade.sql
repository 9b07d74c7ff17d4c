CREATE TEXT SEARCH TEMPLATE app.small (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE app.small IS 'lower case';
CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = app.small, accept = 'false');
