ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('ok', 'sad', 'fresh');

ALTER TABLE public.t
    ALTER COLUMN s DROP DEFAULT,
    ALTER COLUMN s TYPE public.mood USING (CASE s::text WHEN 'gone' THEN 'fresh' ELSE s::text END)::text::public.mood,
    ALTER COLUMN s SET DEFAULT 'ok'::public.mood,
    ALTER COLUMN tags TYPE public.mood[] USING (array_replace(tags, 'gone', 'sad'))::text::public.mood[];

DROP TYPE public.mood__retired;
