DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 't.tags' AS place, l.label, count(*) AS held
        FROM public.t AS t CROSS JOIN unnest(t.tags::text[]) AS l (label)
        WHERE l.label IN ('fresh') GROUP BY l.label
    ) AS r;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum mood cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('ok', 'gone', 'sad');

ALTER TABLE public.t
    ALTER COLUMN s DROP DEFAULT,
    ALTER COLUMN s TYPE public.mood USING (CASE s::text WHEN 'fresh' THEN 'gone' ELSE s::text END)::text::public.mood,
    ALTER COLUMN s SET DEFAULT 'gone'::public.mood,
    ALTER COLUMN tags TYPE public.mood[] USING tags::text::public.mood[];

DROP TYPE public.mood__retired;
