-- DATA LOSS: table users is dropped with its rows
DROP TABLE public.users;
