ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';

-- DATA LOSS: column people.more is dropped with its values
ALTER TABLE public.people DROP COLUMN more;
