DROP TEXT SEARCH CONFIGURATION public.by_words;
DROP TEXT SEARCH PARSER public.words;
CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER public.words IS 'as PostgreSQL''s own';
CREATE TEXT SEARCH CONFIGURATION public.by_words (PARSER = public.words);
ALTER TEXT SEARCH CONFIGURATION public.by_words ADD MAPPING FOR asciiword WITH simple;
