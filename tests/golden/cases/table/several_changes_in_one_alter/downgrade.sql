-- DATA LOSS: column users.email is dropped with its values
-- DATA LOSS: column users.score is dropped with its values
ALTER TABLE public.users
    DROP CONSTRAINT users_age_check,
    DROP CONSTRAINT users_email_key,
    ALTER COLUMN age TYPE integer,
    DROP COLUMN email,
    ADD COLUMN gone text,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN name DROP NOT NULL,
    DROP COLUMN score,
    ALTER COLUMN state SET DEFAULT 'new'::text;
