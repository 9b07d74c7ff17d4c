DROP TRIGGER touch_users ON public.users;

CREATE TRIGGER touch_users
BEFORE INSERT ON public.users
FOR EACH ROW
EXECUTE FUNCTION public.touch();
