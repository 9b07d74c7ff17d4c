DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 't.status' AS place, t.status::text AS label, count(*) AS held
        FROM public.t AS t WHERE t.status::text IN ('pending') GROUP BY t.status
    ) AS r;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum status cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.status RENAME VALUE 'live' TO 'published';
ALTER TYPE public.status RENAME TO status__retired;
CREATE TYPE public.status AS ENUM ('draft', 'review', 'published', 'dead');

ALTER TABLE public.t
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE public.status USING status::text::public.status,
    ALTER COLUMN status SET DEFAULT 'draft'::public.status;

DROP TYPE public.status__retired;
