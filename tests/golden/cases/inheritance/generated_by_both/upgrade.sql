CREATE TABLE public.books (
    net integer NOT NULL,
    gross integer,
    isbn text
) INHERITS (public.goods);
