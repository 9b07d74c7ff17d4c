ALTER TABLE public.authors DROP CONSTRAINT authors_best_book_fkey;
ALTER TABLE public.books DROP CONSTRAINT books_author_id_fkey;
ALTER TABLE public.employees DROP CONSTRAINT employees_boss_id_fkey;

-- DATA LOSS: table authors is dropped with its rows
DROP TABLE public.authors;

-- DATA LOSS: table books is dropped with its rows
DROP TABLE public.books;

-- DATA LOSS: table employees is dropped with its rows
DROP TABLE public.employees;
