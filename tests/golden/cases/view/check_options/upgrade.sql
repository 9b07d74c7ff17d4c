CREATE VIEW public.local_one WITH (check_option=local, security_barrier=true) AS
SELECT id, email FROM users WHERE id > 0;

ALTER VIEW public.local_one ALTER COLUMN email SET DEFAULT 'nobody';

CREATE VIEW public.cascaded_one (number) WITH (check_option=cascaded) AS
SELECT id FROM local_one WHERE id < 100;

COMMENT ON VIEW public.cascaded_one IS 'below a hundred';
ALTER VIEW public.cascaded_one OWNER TO pg_monitor;
