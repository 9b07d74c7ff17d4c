DROP TEXT SEARCH DICTIONARY public.words;
DROP TEXT SEARCH TEMPLATE public.small;
CREATE TEXT SEARCH TEMPLATE public.small (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = public.small);
