INSERT INTO log VALUES ('2024-05-05', 1, 'old'), ('2025-05-05', 2, 'new');
