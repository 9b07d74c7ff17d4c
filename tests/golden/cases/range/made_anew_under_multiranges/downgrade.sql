ALTER DOMAIN public.spells RENAME TO spells__retired;
ALTER TYPE public.leave RENAME TO leave__retired;

ALTER TABLE public.uses
    DROP CONSTRAINT uses_during,
    DROP COLUMN width;

DROP FUNCTION public.longest(public.spell_multirange);
ALTER TYPE public.spell RENAME TO spell__retired;
ALTER FUNCTION public.spell(bigint, bigint) RENAME TO spell__retired;
ALTER FUNCTION public.spell(bigint, bigint, text) RENAME TO spell__retired;
ALTER TYPE public.spell_multirange RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange() RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(public.spell__retired) RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(VARIADIC public.spell__retired[]) RENAME TO spell__retired_multirange;
CREATE TYPE public.spell AS RANGE (SUBTYPE = integer);
CREATE DOMAIN public.spells AS public.spell_multirange;

CREATE TYPE public.leave AS (
    days public.spell_multirange,
    why text
);

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.longest(s public.spell_multirange)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT upper(s) - lower(s)$$;

ALTER TABLE public.uses
    ALTER COLUMN during DROP DEFAULT,
    ALTER COLUMN during TYPE public.spell_multirange USING during::text::public.spell_multirange,
    ALTER COLUMN during SET DEFAULT public.spell_multirange(public.spell(1, 2)),
    ALTER COLUMN kept TYPE public.spells USING kept::text::public.spells,
    ALTER COLUMN many TYPE public.spell_multirange[] USING many::text::public.spell_multirange[],
    ALTER COLUMN taken TYPE public.leave USING taken::text::public.leave,
    ADD COLUMN width integer GENERATED ALWAYS AS (public.longest(during)) STORED,
    ADD CONSTRAINT uses_during CHECK (NOT isempty(during));

DROP DOMAIN public.spells__retired;
DROP TYPE public.leave__retired;
DROP TYPE public.spell__retired;
