ALTER LANGUAGE plain RENAME TO simple;
COMMENT ON LANGUAGE simple IS 'renamed';
