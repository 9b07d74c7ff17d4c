-- DATA LOSS: table yak is dropped with its rows
DROP TABLE public.yak;

-- DATA LOSS: table apple is dropped with its rows
DROP TABLE public.apple;

-- DATA LOSS: table middle is dropped with its rows
DROP TABLE public.middle;

-- DATA LOSS: table zebra is dropped with its rows
DROP TABLE public.zebra;
