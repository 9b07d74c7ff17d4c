INSERT INTO t VALUES (1, '30', 'yes'), (2, '7', 'no');
