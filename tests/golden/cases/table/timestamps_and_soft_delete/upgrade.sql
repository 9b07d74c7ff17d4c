ALTER TABLE public.users
    ADD COLUMN created_at timestamp with time zone NOT NULL DEFAULT now(),
    ADD COLUMN deleted_at timestamp with time zone,
    ADD COLUMN updated_at timestamp with time zone NOT NULL DEFAULT now();

CREATE INDEX users_created_at_idx ON public.users (created_at) WHERE deleted_at IS NULL;
