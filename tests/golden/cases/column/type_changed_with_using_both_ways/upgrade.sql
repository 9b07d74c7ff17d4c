ALTER TABLE public.t RENAME COLUMN seconds TO at;
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp with time zone USING to_timestamp(at);
