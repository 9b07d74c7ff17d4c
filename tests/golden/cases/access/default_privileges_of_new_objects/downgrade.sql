ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE UPDATE ON TABLES FROM pg_monitor;

-- DATA LOSS: table new is dropped with its rows
DROP TABLE public.new;

-- DATA LOSS: table silent is dropped with its rows
DROP TABLE public.silent;
DROP FUNCTION public.open();
