-- DATA LOSS: table events_3 is dropped with its rows
DROP TABLE public.events_3;

ALTER TABLE public.events
    ALTER COLUMN note SET NOT NULL,
    ALTER COLUMN note SET STORAGE MAIN,
    ALTER COLUMN rank SET DEFAULT 1;

ALTER TABLE public.events_1
    ALTER COLUMN note SET STORAGE EXTENDED,
    ALTER COLUMN rank SET DEFAULT 5;
