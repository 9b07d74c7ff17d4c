-- DATA LOSS: table tags_users is dropped with its rows
DROP TABLE public.tags_users;
