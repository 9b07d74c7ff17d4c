INSERT INTO uses VALUES (1, '[1,5)');
