-- DATA LOSS: column users.gone is dropped with its values
ALTER TABLE public.users
    ALTER COLUMN age TYPE smallint,
    ADD COLUMN email character varying(100),
    DROP COLUMN gone,
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN name SET NOT NULL,
    ALTER COLUMN name SET DEFAULT 'nobody'::text,
    ADD COLUMN score double precision NOT NULL DEFAULT 0.5,
    ALTER COLUMN state DROP DEFAULT,
    ADD CONSTRAINT users_email_key UNIQUE (email),
    ADD CONSTRAINT users_age_check CHECK (age >= 0);
