ALTER SEQUENCE public.numbers OWNED BY public.t.n;
ALTER SEQUENCE public.others OWNED BY NONE;
