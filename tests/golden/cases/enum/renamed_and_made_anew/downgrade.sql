ALTER TYPE public.xx RENAME TO x;

DO $$
DECLARE
    problem text;
BEGIN
    SELECT string_agg(format('%s: %L in %s row(s)', r.place, r.label, r.held), ', '
                      ORDER BY r.place, r.label)
    INTO problem FROM (
        SELECT 't.s' AS place, t.s::text AS label, count(*) AS held
        FROM public.t AS t WHERE t.s::text IN ('d') GROUP BY t.s
    ) AS r;
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'enum x cannot lose labels that rows still hold',
            DETAIL = problem, HINT = 'change these rows first, here or in a revision before';
    END IF;
END
$$;

ALTER TYPE public.x RENAME VALUE 'bb' TO 'b';
DROP INDEX public.t_id_idx;
ALTER TYPE public.x RENAME TO x__retired;
CREATE TYPE public.x AS ENUM ('a', 'b', 'c');

ALTER TABLE public.t
    ALTER COLUMN s DROP DEFAULT,
    ALTER COLUMN s TYPE public.x USING s::text::public.x,
    ALTER COLUMN s SET DEFAULT 'a'::public.x;

CREATE INDEX t_id_idx ON public.t (id) WHERE (s = 'b'::public.x);
DROP TYPE public.x__retired;
