INSERT INTO t VALUES (1, 5, '{5}', '{5}', row(5));
