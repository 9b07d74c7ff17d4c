CREATE TABLE public.people (
    id integer NOT NULL,
    town integer,
    CONSTRAINT people_pkey PRIMARY KEY (id)
);

CREATE TABLE public.places (
    id integer NOT NULL,
    CONSTRAINT places_pkey PRIMARY KEY (id),
    CONSTRAINT positive CHECK (id > 0)
);

CREATE TABLE public.towns (
    id integer NOT NULL,
    mayor integer,
    CONSTRAINT towns_pkey PRIMARY KEY (id)
) INHERITS (public.places);

CREATE TABLE public.villages (
    id integer NOT NULL,
    CONSTRAINT positive CHECK (id > 0)
) INHERITS (public.places);

ALTER TABLE public.people ADD CONSTRAINT people_town_fkey FOREIGN KEY (town) REFERENCES public.towns (id);
ALTER TABLE public.towns ADD CONSTRAINT towns_mayor_fkey FOREIGN KEY (mayor) REFERENCES public.people (id);
