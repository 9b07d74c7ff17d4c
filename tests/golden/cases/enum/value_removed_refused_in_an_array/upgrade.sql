DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 'people.moods' AS place, l.label, count(*) AS held
        FROM public.people AS t CROSS JOIN unnest(t.moods::text[]) AS l (label)
        WHERE l.label IN ('sad') GROUP BY l.label
    ) AS r;
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
