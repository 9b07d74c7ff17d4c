DROP INDEX public.users_created_at_idx;

-- DATA LOSS: column users.created_at is dropped with its values
-- DATA LOSS: column users.deleted_at is dropped with its values
-- DATA LOSS: column users.updated_at is dropped with its values
ALTER TABLE public.users
    DROP COLUMN created_at,
    DROP COLUMN deleted_at,
    DROP COLUMN updated_at;
