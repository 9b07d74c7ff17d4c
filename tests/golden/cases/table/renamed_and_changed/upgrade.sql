ALTER TABLE public.accounts RENAME TO users;
ALTER TABLE public.users RENAME COLUMN name TO full_name;
COMMENT ON TABLE public.users IS 'Renamed and changed';

-- DATA LOSS: column users.old is dropped with its values
ALTER TABLE public.users
    ADD COLUMN added integer DEFAULT 1,
    ALTER COLUMN full_name SET NOT NULL,
    ALTER COLUMN id TYPE bigint,
    DROP COLUMN old;
