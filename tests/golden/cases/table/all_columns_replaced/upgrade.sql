-- DATA LOSS: column t.a is dropped with its values
-- DATA LOSS: column t.b is dropped with its values
ALTER TABLE public.t
    DROP COLUMN a,
    DROP COLUMN b,
    ADD COLUMN c integer,
    ADD COLUMN d text;
