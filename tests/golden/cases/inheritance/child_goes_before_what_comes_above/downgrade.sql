-- DATA LOSS: column base.c is dropped with its values
-- DATA LOSS: column base.d is dropped with its values
ALTER TABLE public.base
    DROP CONSTRAINT positive,
    DROP COLUMN c,
    DROP COLUMN d,
    ADD CONSTRAINT positive CHECK (id > 0);

CREATE TABLE public.child (
    c integer,
    CONSTRAINT positive CHECK (id > 0)
) INHERITS (public.base);

CREATE TABLE public.grandchild (
    d integer
) INHERITS (public.child);
