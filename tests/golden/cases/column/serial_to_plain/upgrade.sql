CREATE SEQUENCE public.t_b_seq AS integer;

ALTER TABLE public.t
    ALTER COLUMN b SET DEFAULT nextval('public.t_b_seq'::regclass),
    ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE public.t_b_seq OWNED BY public.t.b;
SELECT setval('public.t_b_seq', max(b)) FROM public.t HAVING max(b) >= 1;
DROP SEQUENCE public.t_id_seq;
