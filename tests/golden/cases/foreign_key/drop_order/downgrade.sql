CREATE TABLE public.apple (
    id integer NOT NULL,
    middle integer,
    CONSTRAINT apple_pkey PRIMARY KEY (id)
);

CREATE TABLE public.middle (
    id integer NOT NULL,
    zebra integer,
    CONSTRAINT middle_pkey PRIMARY KEY (id)
);

CREATE TABLE public.yak (
    id integer NOT NULL,
    apple integer,
    zebra integer,
    CONSTRAINT yak_pkey PRIMARY KEY (id)
);

CREATE TABLE public.zebra (
    id integer NOT NULL,
    CONSTRAINT zebra_pkey PRIMARY KEY (id)
);

ALTER TABLE public.apple ADD CONSTRAINT apple_middle_fkey FOREIGN KEY (middle) REFERENCES public.middle (id);
ALTER TABLE public.middle ADD CONSTRAINT middle_zebra_fkey FOREIGN KEY (zebra) REFERENCES public.zebra (id);

ALTER TABLE public.yak
    ADD CONSTRAINT yak_apple_fkey FOREIGN KEY (apple) REFERENCES public.apple (id),
    ADD CONSTRAINT yak_zebra_fkey FOREIGN KEY (zebra) REFERENCES public.zebra (id);
