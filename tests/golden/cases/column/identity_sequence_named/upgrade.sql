ALTER SEQUENCE work.kept_numbers RENAME TO numbers;
ALTER TABLE work.jobs ADD COLUMN title text;
