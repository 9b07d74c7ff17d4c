ALTER TABLE public.rooms DROP CONSTRAINT one_note;

-- DATA LOSS: table stays is dropped with its rows
DROP TABLE public.stays;

ALTER TABLE public.rooms
    DROP CONSTRAINT rooms_pkey,
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, open);
