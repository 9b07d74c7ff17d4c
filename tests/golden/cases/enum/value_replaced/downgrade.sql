DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 't.state' AS place, t.state::text AS label, count(*) AS held
        FROM public.t AS t WHERE t.state::text IN ('active', 'paused') GROUP BY t.state
    ) AS r;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum state cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.state RENAME TO state__retired;
CREATE TYPE public.state AS ENUM ('draft', 'open', 'closed');

ALTER TABLE public.t
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN state TYPE public.state USING state::text::public.state,
    ALTER COLUMN state SET DEFAULT 'draft'::public.state;

DROP TYPE public.state__retired;
