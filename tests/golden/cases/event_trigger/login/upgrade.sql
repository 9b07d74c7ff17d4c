CREATE EVENT TRIGGER greeter ON login
EXECUTE FUNCTION public.greet();
