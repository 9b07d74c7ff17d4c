DROP TRIGGER touch_users ON public.users;
ALTER TABLE public.users ALTER COLUMN email TYPE character varying(90);

CREATE TRIGGER touch_users
BEFORE UPDATE OF email ON public.users
FOR EACH ROW
EXECUTE FUNCTION public.touch();
