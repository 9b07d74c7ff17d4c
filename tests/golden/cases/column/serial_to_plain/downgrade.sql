CREATE SEQUENCE public.t_id_seq AS integer;

ALTER TABLE public.t
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
SELECT setval('public.t_id_seq', max(id)) FROM public.t HAVING max(id) >= 1;
DROP SEQUENCE public.t_b_seq;
