-- NO CAST: column t.at from timestamp with time zone to integer: refused while it holds values
DO $$
BEGIN
    IF EXISTS (SELECT FROM public.t AS t WHERE t.at IS NOT NULL) THEN
        RAISE EXCEPTION USING MESSAGE = 'column t.at cannot become integer while it holds values',
            DETAIL = 'PostgreSQL has no cast from timestamp with time zone to integer', HINT = 'write here how the values are converted';
    END IF;
END
$$;

ALTER TABLE public.t ALTER COLUMN at TYPE integer USING NULL::integer;
