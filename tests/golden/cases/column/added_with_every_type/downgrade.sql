-- DATA LOSS: column t.c01 is dropped with its values
-- DATA LOSS: column t.c02 is dropped with its values
-- DATA LOSS: column t.c03 is dropped with its values
-- DATA LOSS: column t.c04 is dropped with its values
-- DATA LOSS: column t.c05 is dropped with its values
-- DATA LOSS: column t.c06 is dropped with its values
-- DATA LOSS: column t.c07 is dropped with its values
-- DATA LOSS: column t.c08 is dropped with its values
-- DATA LOSS: column t.c09 is dropped with its values
-- DATA LOSS: column t.c10 is dropped with its values
-- DATA LOSS: column t.c11 is dropped with its values
-- DATA LOSS: column t.c12 is dropped with its values
-- DATA LOSS: column t.c13 is dropped with its values
-- DATA LOSS: column t.c14 is dropped with its values
-- DATA LOSS: column t.c15 is dropped with its values
-- DATA LOSS: column t.c16 is dropped with its values
-- DATA LOSS: column t.c17 is dropped with its values
-- DATA LOSS: column t.c18 is dropped with its values
-- DATA LOSS: column t.c19 is dropped with its values
-- DATA LOSS: column t.c20 is dropped with its values
-- DATA LOSS: column t.c21 is dropped with its values
-- DATA LOSS: column t.c22 is dropped with its values
-- DATA LOSS: column t.c23 is dropped with its values
-- DATA LOSS: column t.c24 is dropped with its values
-- DATA LOSS: column t.c25 is dropped with its values
-- DATA LOSS: column t.c26 is dropped with its values
-- DATA LOSS: column t.c27 is dropped with its values
-- DATA LOSS: column t.c28 is dropped with its values
-- DATA LOSS: column t.c29 is dropped with its values
-- DATA LOSS: column t.c30 is dropped with its values
ALTER TABLE public.t
    DROP COLUMN c01,
    DROP COLUMN c02,
    DROP COLUMN c03,
    DROP COLUMN c04,
    DROP COLUMN c05,
    DROP COLUMN c06,
    DROP COLUMN c07,
    DROP COLUMN c08,
    DROP COLUMN c09,
    DROP COLUMN c10,
    DROP COLUMN c11,
    DROP COLUMN c12,
    DROP COLUMN c13,
    DROP COLUMN c14,
    DROP COLUMN c15,
    DROP COLUMN c16,
    DROP COLUMN c17,
    DROP COLUMN c18,
    DROP COLUMN c19,
    DROP COLUMN c20,
    DROP COLUMN c21,
    DROP COLUMN c22,
    DROP COLUMN c23,
    DROP COLUMN c24,
    DROP COLUMN c25,
    DROP COLUMN c26,
    DROP COLUMN c27,
    DROP COLUMN c28,
    DROP COLUMN c29,
    DROP COLUMN c30;
