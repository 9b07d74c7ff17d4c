ALTER TABLE public.t RENAME COLUMN at TO seconds;
ALTER TABLE public.t ALTER COLUMN seconds TYPE integer USING extract(epoch FROM seconds)::integer;
