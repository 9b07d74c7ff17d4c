INSERT INTO stock VALUES ('a', 1), ('b', 2);
