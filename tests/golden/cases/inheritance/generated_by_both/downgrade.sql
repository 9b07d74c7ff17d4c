-- DATA LOSS: table books is dropped with its rows
DROP TABLE public.books;
