CREATE TABLE public.log (
    a integer
);

CREATE RULE on_delete AS
ON DELETE TO t WHERE old.a < 0 DO ALSO (INSERT INTO log VALUES (old.a); DELETE FROM log WHERE a = 0);

ALTER TABLE public.t DISABLE RULE on_delete;

CREATE RULE on_insert AS
ON INSERT TO t DO ALSO NOTIFY t;

ALTER TABLE public.t ENABLE REPLICA RULE on_insert;

CREATE RULE on_update AS
ON UPDATE TO t WHERE new.a <> old.a DO INSTEAD NOTHING;

ALTER TABLE public.t ENABLE ALWAYS RULE on_update;
COMMENT ON RULE on_update ON public.t IS 'keys stay';

CREATE RULE v_delete AS
ON DELETE TO v DO INSTEAD NOTHING;

CREATE RULE v_insert AS
ON INSERT TO v DO INSTEAD INSERT INTO t (a, b) VALUES (new.a, new.b) RETURNING a, b;

CREATE RULE v_update AS
ON UPDATE TO v DO INSTEAD UPDATE t SET b = new.b WHERE a = old.a;
