ALTER TABLE core.posts SET SCHEMA app;
ALTER TABLE core.people RENAME TO users;
ALTER TABLE core.users SET SCHEMA app;
ALTER VIEW core.v_users SET SCHEMA app;
ALTER TABLE app.posts RENAME COLUMN person_id TO user_id;
ALTER TABLE app.users RENAME COLUMN years TO age;
ALTER TABLE app.users RENAME COLUMN mail TO email;

ALTER TABLE app.users
    DROP CONSTRAINT users_age_check,
    DROP COLUMN low;

DROP VIEW app.v_users;
ALTER SEQUENCE app.posts_id_seq AS integer;

ALTER TABLE app.posts
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN id SET DEFAULT nextval('app.posts_id_seq'::regclass);

ALTER TABLE app.users
    ALTER COLUMN age TYPE integer,
    ALTER COLUMN email TYPE text,
    ADD COLUMN low text GENERATED ALWAYS AS (lower(email)) STORED,
    ADD CONSTRAINT users_age_check CHECK (age > 0);

CREATE VIEW app.v_users AS
SELECT u.id,
    u.email,
    u.age,
    count(p.id) AS n
   FROM (app.users u
     LEFT JOIN app.posts p ON ((p.user_id = u.id)))
  GROUP BY u.id;
