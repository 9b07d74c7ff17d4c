INSERT INTO app.stays VALUES (1, '[1,4)'), (2, '[3,3]');
