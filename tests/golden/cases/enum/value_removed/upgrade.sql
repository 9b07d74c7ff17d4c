DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', place, label, held), ', '
                      ORDER BY place, label)
    INTO problem FROM (
        SELECT 'people.mood' AS place, mood::text AS label, count(*) AS held
        FROM public.people WHERE mood::text IN ('sad') GROUP BY mood::text
        UNION ALL
        SELECT 'people.moods' AS place, label, count(*) AS held
        FROM public.people CROSS JOIN unnest(moods::text[]) AS label
        WHERE label IN ('sad') GROUP BY label
        UNION ALL
        SELECT 'pets.mood' AS place, mood::text AS label, count(*) AS held
        FROM public.pets WHERE mood::text IN ('sad') GROUP BY mood::text
    ) AS t;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

DROP INDEX public.people_id_idx;
ALTER TABLE public.people DROP CONSTRAINT people_check;
ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');

ALTER TABLE public.people
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood,
    ALTER COLUMN mood SET DEFAULT 'ok'::public.mood,
    ALTER COLUMN moods DROP DEFAULT,
    ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[],
    ALTER COLUMN moods SET DEFAULT '{ok,happy}'::public.mood[],
    ADD CONSTRAINT people_check CHECK ((mood <> 'ok'::public.mood) OR (id > 0));

CREATE INDEX people_id_idx ON public.people (id) WHERE (mood = 'happy'::public.mood);
ALTER TABLE public.pets ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__retired;
