ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE public.mood ADD VALUE 'ok' BEFORE 'happy';
ALTER TYPE public.mood ADD VALUE 'fine' BEFORE 'happy';
ALTER TYPE public.mood ADD VALUE 'it''s great';
