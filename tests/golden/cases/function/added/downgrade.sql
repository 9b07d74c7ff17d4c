DROP FUNCTION public.add(integer, integer);
DROP FUNCTION public.emails(boolean);
DROP FUNCTION public.everyone();
DROP FUNCTION public.pair(integer);
