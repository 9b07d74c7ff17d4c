ALTER TABLE public.p
    DROP CONSTRAINT ck,
    DROP CONSTRAINT p_pkey;

CREATE TABLE public.p1 PARTITION OF public.p (
    r NOT NULL,
    CONSTRAINT p1_pkey PRIMARY KEY (id, r),
    CONSTRAINT ck CHECK (r > 0)
) FOR VALUES IN (1);
