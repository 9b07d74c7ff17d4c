-- DATA LOSS: column t.c is dropped with its values
-- DATA LOSS: column t.d is dropped with its values
ALTER TABLE public.t
    ADD COLUMN a integer,
    ADD COLUMN b text,
    DROP COLUMN c,
    DROP COLUMN d;
