ALTER DOMAIN public.good_mood RENAME TO good_mood__retired;
DROP INDEX public.people_mood_idx;

ALTER TABLE public.people
    DROP CONSTRAINT better,
    ALTER COLUMN good DROP DEFAULT;

ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE public.mood IS 'How one feels';
CREATE DOMAIN public.good_mood AS public.mood;
ALTER DOMAIN public.good_mood ADD CONSTRAINT good CHECK (VALUE <> 'sad'::public.mood);

ALTER TABLE public.people
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood,
    ALTER COLUMN mood SET DEFAULT 'ok'::public.mood,
    ALTER COLUMN good TYPE public.good_mood USING good::text::public.good_mood,
    ALTER COLUMN good SET DEFAULT 'ok'::public.mood,
    ALTER COLUMN moods DROP DEFAULT,
    ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[],
    ALTER COLUMN moods SET DEFAULT '{}'::public.mood[],
    ADD CONSTRAINT better CHECK (mood > 'sad'::public.mood);

CREATE INDEX people_mood_idx ON public.people (mood) WHERE (mood >= 'ok'::public.mood);
ALTER TABLE public.pets ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP DOMAIN public.good_mood__retired;
DROP TYPE public.mood__retired;
