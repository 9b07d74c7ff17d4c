INSERT INTO events VALUES (1, 1), (101, 2);
