DROP TRIGGER touch_users ON public.users;
ALTER TABLE public.users ALTER COLUMN email TYPE text;

CREATE TRIGGER touch_users
BEFORE UPDATE OF email ON public.users
FOR EACH ROW
EXECUTE FUNCTION public.touch();
