ALTER TEXT SEARCH DICTIONARY public.stems (language = 'german', stopwords = 'german');
ALTER TEXT SEARCH DICTIONARY public.words (accept = 'true', stopwords = 'english');
COMMENT ON TEXT SEARCH DICTIONARY public.words IS 'those that count';
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO pg_monitor;
