INSERT INTO app.marks VALUES (1, '[low,high)'), (2, NULL);
