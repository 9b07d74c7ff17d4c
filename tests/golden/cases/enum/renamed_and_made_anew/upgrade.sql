ALTER TYPE public.x RENAME TO xx;
ALTER TYPE public.xx RENAME VALUE 'b' TO 'bb';
DROP INDEX public.t_id_idx;
ALTER TYPE public.xx RENAME TO xx__retired;
CREATE TYPE public.xx AS ENUM ('c', 'bb', 'd');

ALTER TABLE public.t
    ALTER COLUMN s DROP DEFAULT,
    ALTER COLUMN s TYPE public.xx USING (CASE s::text WHEN 'a' THEN 'd' ELSE s::text END)::text::public.xx,
    ALTER COLUMN s SET DEFAULT 'bb'::public.xx;

CREATE INDEX t_id_idx ON public.t (id) WHERE (s = 'bb'::public.xx);
DROP TYPE public.xx__retired;
