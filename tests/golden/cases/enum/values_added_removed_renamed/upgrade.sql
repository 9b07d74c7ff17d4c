DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', place, label, held), ', '
                      ORDER BY place, label)
    INTO problem FROM (
        SELECT 't.status' AS place, status::text AS label, count(*) AS held
        FROM public.t WHERE status::text IN ('pending') GROUP BY status::text
    ) AS t;
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
