ALTER TABLE public.rooms
    DROP CONSTRAINT rooms_pkey,
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, open WITHOUT OVERLAPS),
    ADD CONSTRAINT one_note UNIQUE (note, open WITHOUT OVERLAPS);

CREATE TABLE public.stays (
    room integer,
    at daterange,
    CONSTRAINT stays_room FOREIGN KEY (room, PERIOD at) REFERENCES public.rooms (id, PERIOD open)
);
