ALTER TABLE app.orders ADD COLUMN user_id integer;
CREATE INDEX orders_user_id_idx ON app.orders (user_id);
ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id) ON DELETE CASCADE;
