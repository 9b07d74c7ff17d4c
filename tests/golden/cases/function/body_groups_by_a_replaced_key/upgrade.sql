DROP FUNCTION public.f();

ALTER TABLE public.t
    DROP CONSTRAINT one,
    ADD CONSTRAINT two PRIMARY KEY (id) INCLUDE (n);

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
RETURNS text
LANGUAGE sql
BEGIN ATOMIC
 SELECT t.n
    FROM public.t
   GROUP BY t.id;
END;
