CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.people ADD COLUMN mood public.mood NOT NULL DEFAULT 'ok'::public.mood;
