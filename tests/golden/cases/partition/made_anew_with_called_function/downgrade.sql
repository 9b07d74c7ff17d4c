ALTER TYPE public.kind ADD VALUE 'z';
