INSERT INTO accounts (email) VALUES ('a@example.org'), ('b@example.org');
INSERT INTO sessions VALUES ('00000000-0000-0000-0000-000000000001', 2);
