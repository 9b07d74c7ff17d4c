DROP INDEX public.t_amount_idx;
DROP INDEX public.t_doubled_idx;
DROP INDEX public.t_expr_idx;

-- DATA LOSS: column t.amount from numeric(10,2) to integer: values may be rounded or cut
ALTER TABLE public.t
    DROP CONSTRAINT sane,
    DROP CONSTRAINT t_amount_check,
    DROP COLUMN doubled,
    ALTER COLUMN amount DROP DEFAULT,
    ALTER COLUMN amount TYPE integer,
    ALTER COLUMN amount SET DEFAULT 0,
    ADD COLUMN doubled integer GENERATED ALWAYS AS (amount * 2) STORED,
    ADD CONSTRAINT sane CHECK ((amount < other) OR (other IS NULL)),
    ADD CONSTRAINT t_amount_check CHECK (amount >= 0);

CREATE INDEX t_amount_idx ON public.t (amount) WHERE (amount > 10);
CREATE INDEX t_doubled_idx ON public.t (doubled);
CREATE INDEX t_expr_idx ON public.t ((amount + other));
