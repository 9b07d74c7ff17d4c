ALTER SEQUENCE public.numbers OWNED BY NONE;
ALTER SEQUENCE public.others OWNED BY public.t.id;
