CREATE TEXT SEARCH DICTIONARY public.english_words (TEMPLATE = snowball, language = 'english');
ALTER TEXT SEARCH CONFIGURATION public.notes ALTER MAPPING FOR asciiword WITH public.english_words, simple;
ALTER TEXT SEARCH CONFIGURATION public.notes ADD MAPPING FOR word WITH simple;
DROP TEXT SEARCH DICTIONARY public.plain;
