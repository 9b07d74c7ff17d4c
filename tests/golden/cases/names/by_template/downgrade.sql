DROP INDEX public.ix_users_boss;

-- DATA LOSS: column users.boss is dropped with its values
-- DATA LOSS: column users.email is dropped with its values
ALTER TABLE public.users
    DROP CONSTRAINT fk_users_boss_users,
    DROP CONSTRAINT ck_users_email,
    DROP CONSTRAINT uq_users_email,
    DROP COLUMN boss,
    DROP COLUMN email;
