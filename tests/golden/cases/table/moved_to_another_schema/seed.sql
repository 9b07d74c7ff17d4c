INSERT INTO app.events (kind) VALUES ('created'), ('deleted');
