ALTER SEQUENCE work.numbers RENAME TO kept_numbers;

-- DATA LOSS: column work.jobs.title is dropped with its values
ALTER TABLE work.jobs DROP COLUMN title;
