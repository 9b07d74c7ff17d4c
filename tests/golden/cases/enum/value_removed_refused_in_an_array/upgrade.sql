DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', place, label, held), ', '
                      ORDER BY place, label)
    INTO problem FROM (
        SELECT 'people.moods' AS place, label, count(*) AS held
        FROM public.people CROSS JOIN unnest(moods::text[]) AS label
        WHERE label IN ('sad') GROUP BY label
    ) AS t;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');
ALTER TABLE public.people ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[];
DROP TYPE public.mood__retired;
