DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 'people.mood' AS place, t.mood::text AS label, count(*) AS held
        FROM public.people AS t WHERE t.mood::text IN ('sad') GROUP BY t.mood
        UNION ALL
        SELECT 'people.moods' AS place, l.label, count(*) AS held
        FROM public.people AS t CROSS JOIN unnest(t.moods::text[]) AS l (label)
        WHERE l.label IN ('sad') GROUP BY l.label
        UNION ALL
        SELECT 'pets.mood' AS place, t.mood::text AS label, count(*) AS held
        FROM public.pets AS t WHERE t.mood::text IN ('sad') GROUP BY t.mood
    ) AS r;
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
