DROP INDEX public.words_all_of;
DROP OPERATOR CLASS public.word_ops USING gin;
DROP OPERATOR FAMILY public.word_ops USING gin;
