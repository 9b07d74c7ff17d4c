INSERT INTO people VALUES (1, 'ok', '{sad,happy}', 'happy');
INSERT INTO pets VALUES (1, 'sad');
