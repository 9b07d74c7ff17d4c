INSERT INTO people (id, mail, labels) VALUES (1, 'a@example.org', '{x,y}');
