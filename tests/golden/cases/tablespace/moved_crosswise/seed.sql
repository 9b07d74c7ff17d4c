INSERT INTO rooms VALUES (1, 'one', '[1,2)', 'x');
