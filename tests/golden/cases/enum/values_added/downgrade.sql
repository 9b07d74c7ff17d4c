DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', place, label, held), ', '
                      ORDER BY place, label)
    INTO problem FROM (
        SELECT 'people.mood' AS place, mood::text AS label, count(*) AS held
        FROM public.people WHERE mood::text IN ('awful', 'ok', 'fine', 'it''s great') GROUP BY mood::text
    ) AS t;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__retired;
