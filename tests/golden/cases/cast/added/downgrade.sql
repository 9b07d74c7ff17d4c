-- DATA LOSS: table t is dropped with its rows
DROP TABLE public.t;
DROP CAST (bytea AS text);
DROP CAST (character varying AS public.mood);
DROP CAST (integer AS public.mood);
DROP CAST (public.mood AS bytea);
DROP CAST (public.mood AS integer);
