ALTER SEQUENCE public.t_id_seq AS bigint;

ALTER TABLE public.t
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
