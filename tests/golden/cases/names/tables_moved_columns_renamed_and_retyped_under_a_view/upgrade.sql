ALTER TABLE app.users RENAME TO people;
ALTER TABLE app.people SET SCHEMA core;
ALTER TABLE app.posts SET SCHEMA core;
ALTER VIEW app.v_users SET SCHEMA core;
ALTER TABLE core.people RENAME COLUMN email TO mail;
ALTER TABLE core.people RENAME COLUMN age TO years;
ALTER TABLE core.posts RENAME COLUMN user_id TO person_id;

ALTER TABLE core.people
    DROP CONSTRAINT users_age_check,
    DROP COLUMN low;

DROP VIEW core.v_users;
ALTER SEQUENCE core.posts_id_seq AS bigint;

ALTER TABLE core.people
    ALTER COLUMN mail TYPE character varying(200),
    ADD COLUMN low text GENERATED ALWAYS AS (lower(mail)) STORED,
    ALTER COLUMN years TYPE bigint,
    ADD CONSTRAINT users_age_check CHECK (years > 0);

ALTER TABLE core.posts
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id SET DEFAULT nextval('core.posts_id_seq'::regclass);

CREATE VIEW core.v_users AS
SELECT u.id,
    u.mail,
    u.years,
    count(p.id) AS n
   FROM (core.people u
     LEFT JOIN core.posts p ON ((p.person_id = u.id)))
  GROUP BY u.id;
