INSERT INTO t VALUES (1, 'live'), (2, 'draft');
