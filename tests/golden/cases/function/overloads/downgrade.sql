DROP FUNCTION public.add();
DROP FUNCTION public.add(text, text);
