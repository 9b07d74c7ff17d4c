ALTER TABLE public.users
    ADD COLUMN boss integer,
    ADD COLUMN email text,
    ADD CONSTRAINT uq_users_email UNIQUE (email),
    ADD CONSTRAINT ck_users_email CHECK (email <> '');

CREATE INDEX ix_users_boss ON public.users (boss);
ALTER TABLE public.users ADD CONSTRAINT fk_users_boss_users FOREIGN KEY (boss) REFERENCES public.users (id);
