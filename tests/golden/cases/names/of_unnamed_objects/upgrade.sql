CREATE TABLE public.users (
    id integer NOT NULL,
    email text,
    a integer,
    b integer,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_a_b_key UNIQUE (a, b),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_a_check CHECK (a > 0),
    CONSTRAINT users_check CHECK (a < b),
    CONSTRAINT users_check1 CHECK (1 = 1),
    CONSTRAINT users_email_check CHECK (email <> ''),
    CONSTRAINT users_int4range_excl EXCLUDE USING gist (int4range(a, b) WITH &&)
);

CREATE INDEX users_a_b_idx ON public.users (a, b);
CREATE INDEX users_a_idx ON public.users (a);
CREATE INDEX users_a_idx1 ON public.users (a);
CREATE INDEX users_expr_expr1_idx ON public.users ((a + b), (a - b));
CREATE INDEX users_lower_idx ON public.users (lower(email));

ALTER TABLE public.users
    ADD CONSTRAINT users_a_fkey FOREIGN KEY (a) REFERENCES public.users (id),
    ADD CONSTRAINT users_b_fkey FOREIGN KEY (b) REFERENCES public.users (id);
