INSERT INTO t (id, amount, other) VALUES (1, 5, 7), (2, 12, NULL);
