-- DATA LOSS: column t.b from integer to boolean: values may be rounded or cut
ALTER TABLE public.t
    ALTER COLUMN a DROP DEFAULT,
    ALTER COLUMN a TYPE text,
    ALTER COLUMN a SET DEFAULT '1'::text,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE boolean USING b::boolean,
    ALTER COLUMN b SET DEFAULT false,
    ALTER COLUMN c DROP DEFAULT,
    ALTER COLUMN c TYPE json,
    ALTER COLUMN c SET DEFAULT '{}'::json,
    ALTER COLUMN d DROP DEFAULT,
    ALTER COLUMN d TYPE integer USING d::integer,
    ALTER COLUMN d SET DEFAULT 0;
