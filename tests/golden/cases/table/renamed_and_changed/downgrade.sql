ALTER TABLE public.users RENAME TO accounts;
ALTER TABLE public.accounts RENAME COLUMN full_name TO name;
COMMENT ON TABLE public.accounts IS NULL;

-- DATA LOSS: column accounts.added is dropped with its values
ALTER TABLE public.accounts
    DROP COLUMN added,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN name DROP NOT NULL,
    ADD COLUMN old text;
