ALTER TABLE public.users
    ADD COLUMN joined_at timestamp with time zone,
    ADD COLUMN login text;

UPDATE public.users SET joined_at = now() WHERE joined_at IS NULL;
UPDATE public.users SET login = 'user' || id WHERE login IS NULL;

ALTER TABLE public.users
    ALTER COLUMN joined_at SET NOT NULL,
    ALTER COLUMN login SET NOT NULL;

UPDATE public.users SET name = 'nobody'::text WHERE name IS NULL;

ALTER TABLE public.users
    ALTER COLUMN name SET NOT NULL,
    ADD CONSTRAINT users_login_key UNIQUE (login);
