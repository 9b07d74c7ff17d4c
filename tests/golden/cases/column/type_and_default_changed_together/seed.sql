INSERT INTO t VALUES (1, '41', true, '{"a": 1}', 5);
