-- DATA LOSS: column people.mood is dropped with its values
ALTER TABLE public.people DROP COLUMN mood;
DROP TYPE public.mood;
