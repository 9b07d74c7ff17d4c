ALTER TEXT SEARCH DICTIONARY public.stems (stopwords, language = 'english');
ALTER TEXT SEARCH DICTIONARY public.words (stopwords, accept = 'false');
COMMENT ON TEXT SEARCH DICTIONARY public.words IS NULL;
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO postgres;
