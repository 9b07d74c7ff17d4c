CREATE TABLE public.authors (
    id integer NOT NULL,
    best_book integer,
    CONSTRAINT authors_pkey PRIMARY KEY (id)
);

CREATE TABLE public.books (
    id integer NOT NULL,
    author_id integer NOT NULL,
    CONSTRAINT books_pkey PRIMARY KEY (id)
);

CREATE TABLE public.employees (
    id integer NOT NULL,
    boss_id integer,
    CONSTRAINT employees_pkey PRIMARY KEY (id)
);

ALTER TABLE public.authors ADD CONSTRAINT authors_best_book_fkey FOREIGN KEY (best_book) REFERENCES public.books (id);
ALTER TABLE public.books ADD CONSTRAINT books_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.authors (id);
ALTER TABLE public.employees ADD CONSTRAINT employees_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES public.employees (id);
