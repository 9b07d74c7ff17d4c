CREATE EXTENSION citext;

CREATE TABLE public.users (
    email citext NOT NULL,
    CONSTRAINT users_pkey PRIMARY KEY (email)
);
