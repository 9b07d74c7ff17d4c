INSERT INTO events VALUES (-1, 'old'), (1, 'a'), (12, 'b');
