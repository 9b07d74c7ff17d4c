ALTER TABLE public.people DROP CONSTRAINT people_town_fkey;
ALTER TABLE public.towns DROP CONSTRAINT towns_mayor_fkey;
ALTER TABLE public.places DROP CONSTRAINT positive;

-- DATA LOSS: table people is dropped with its rows
DROP TABLE public.people;

-- DATA LOSS: table towns is dropped with its rows
DROP TABLE public.towns;

-- DATA LOSS: table villages is dropped with its rows
DROP TABLE public.villages;

-- DATA LOSS: table places is dropped with its rows
DROP TABLE public.places;
