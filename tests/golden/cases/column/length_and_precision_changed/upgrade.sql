-- DATA LOSS: column t.b from numeric to numeric(10,2): values may be rounded or cut
-- DATA LOSS: column t.c from timestamp without time zone to timestamp(3) without time zone: values may be rounded or cut
-- DATA LOSS: column t.d from interval to interval hour to minute: values may be rounded or cut
-- DATA LOSS: column t.h from time without time zone to time(0) without time zone: values may be rounded or cut
ALTER TABLE public.t
    ALTER COLUMN a TYPE character varying(50),
    ALTER COLUMN b TYPE numeric(10,2),
    ALTER COLUMN c TYPE timestamp(3) without time zone,
    ALTER COLUMN d TYPE interval hour to minute,
    ALTER COLUMN e TYPE text COLLATE "C",
    ALTER COLUMN f TYPE character(8),
    ALTER COLUMN g TYPE bit(8),
    ALTER COLUMN h TYPE time(0) without time zone;
