CREATE TABLE public.users (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    email character varying(255) NOT NULL,
    full_name text,
    is_active boolean NOT NULL DEFAULT true,
    balance numeric(12,2) DEFAULT 0,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_balance_check CHECK (balance >= 0)
);

COMMENT ON TABLE public.users IS 'People who can sign in';
COMMENT ON COLUMN public.users.full_name IS 'As the person writes it';
CREATE INDEX users_full_name_idx ON public.users (full_name);
