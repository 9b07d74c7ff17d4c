ALTER TYPE lib.spell RENAME TO days;
ALTER TYPE lib.days SET SCHEMA app;
ALTER FUNCTION lib.spell(integer, integer) RENAME TO days;
ALTER FUNCTION lib.days(integer, integer) SET SCHEMA app;
ALTER FUNCTION lib.spell(integer, integer, text) RENAME TO days;
ALTER FUNCTION lib.days(integer, integer, text) SET SCHEMA app;
ALTER FUNCTION lib.whole_days(app.days) RENAME TO days_canonical;
ALTER FUNCTION lib.days_canonical(app.days) SET SCHEMA app;
DROP SCHEMA lib;
