ALTER TABLE public.base DROP CONSTRAINT positive;

-- DATA LOSS: table grandchild is dropped with its rows
DROP TABLE public.grandchild;

-- DATA LOSS: table child is dropped with its rows
DROP TABLE public.child;

ALTER TABLE public.base
    ADD COLUMN c text,
    ADD COLUMN d text,
    ADD CONSTRAINT positive CHECK (id > 1);
