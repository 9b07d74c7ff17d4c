INSERT INTO app.users (email, age) SELECT 'A'||i, i FROM generate_series(1,5) i;
INSERT INTO app.posts (user_id) SELECT i FROM generate_series(1,5) i;
