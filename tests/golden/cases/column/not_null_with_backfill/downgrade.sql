-- DATA LOSS: column users.joined_at is dropped with its values
-- DATA LOSS: column users.login is dropped with its values
ALTER TABLE public.users
    DROP CONSTRAINT users_login_key,
    DROP COLUMN joined_at,
    DROP COLUMN login,
    ALTER COLUMN name DROP NOT NULL;
