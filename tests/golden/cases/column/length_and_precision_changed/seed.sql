INSERT INTO t (id, a, b) VALUES (1, 'short', 1.005);
