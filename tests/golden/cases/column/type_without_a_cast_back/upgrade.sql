ALTER TABLE public.t ALTER COLUMN at TYPE timestamp with time zone USING to_timestamp(at);
