CREATE SCHEMA lib;
ALTER TYPE app.days RENAME TO spell;
ALTER TYPE app.spell SET SCHEMA lib;
ALTER FUNCTION app.days(integer, integer) RENAME TO spell;
ALTER FUNCTION app.spell(integer, integer) SET SCHEMA lib;
ALTER FUNCTION app.days(integer, integer, text) RENAME TO spell;
ALTER FUNCTION app.spell(integer, integer, text) SET SCHEMA lib;
ALTER FUNCTION app.days_canonical(lib.spell) RENAME TO whole_days;
ALTER FUNCTION app.whole_days(lib.spell) SET SCHEMA lib;
