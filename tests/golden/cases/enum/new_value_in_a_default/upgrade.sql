ALTER TYPE public.mood ADD VALUE 'ok' BEFORE 'happy';

-- gen: step
UPDATE public.people SET mood = 'ok'::public.mood WHERE mood IS NULL;

ALTER TABLE public.people
    ALTER COLUMN mood SET NOT NULL,
    ALTER COLUMN mood SET DEFAULT 'ok'::public.mood,
    ADD CONSTRAINT fine CHECK (mood <> 'ok' OR id > 0);
