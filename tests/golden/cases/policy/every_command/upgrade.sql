ALTER TABLE public.t
    ENABLE ROW LEVEL SECURITY,
    FORCE ROW LEVEL SECURITY;

CREATE TABLE public.u (
    id integer
);

ALTER TABLE public.u FORCE ROW LEVEL SECURITY;

CREATE POLICY adding ON public.t FOR INSERT TO pg_monitor
WITH CHECK (id > 0);

CREATE POLICY changing ON public.t AS RESTRICTIVE FOR UPDATE
USING (id > 0)
WITH CHECK (id < 9);

CREATE POLICY for_all ON public.t
USING (owner = current_user)
WITH CHECK (id > 0);

COMMENT ON POLICY for_all ON public.t IS 'mine';

CREATE POLICY reading ON public.t FOR SELECT TO pg_monitor, pg_signal_backend
USING (true);

CREATE POLICY removing ON public.t AS RESTRICTIVE FOR DELETE
USING (false);
