CREATE TABLE config (name text);
ALTER EXTENSION citext ADD TABLE config;
