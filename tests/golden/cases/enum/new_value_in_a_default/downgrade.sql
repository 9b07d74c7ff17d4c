DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 'people.mood' AS place, t.mood::text AS label, count(*) AS held
        FROM public.people AS t WHERE t.mood::text IN ('ok') GROUP BY t.mood
    ) AS r;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TABLE public.people DROP CONSTRAINT fine;
ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');

ALTER TABLE public.people
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood,
    ALTER COLUMN mood DROP NOT NULL,
    ALTER COLUMN mood SET DEFAULT 'sad'::public.mood;

DROP TYPE public.mood__retired;
