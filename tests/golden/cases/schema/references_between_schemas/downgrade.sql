DROP INDEX app.orders_user_id_idx;

-- DATA LOSS: column app.orders.user_id is dropped with its values
ALTER TABLE app.orders
    DROP CONSTRAINT orders_user_id_fkey,
    DROP COLUMN user_id;
