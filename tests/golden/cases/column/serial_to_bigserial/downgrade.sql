ALTER SEQUENCE public.t_id_seq AS integer;

ALTER TABLE public.t
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
