ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';

-- gen: step
ALTER TABLE public.people
    DROP CONSTRAINT people_check,
    ADD CONSTRAINT people_check CHECK ((mood <> 'sad'::public.mood) OR (id > 0));
