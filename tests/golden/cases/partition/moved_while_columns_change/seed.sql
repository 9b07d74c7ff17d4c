INSERT INTO events VALUES (1, 1, 'a', 2), (160, 2, 'b', 3);
