INSERT INTO things (id, n) VALUES (7, 3);
