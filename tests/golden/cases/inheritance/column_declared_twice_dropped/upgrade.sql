ALTER TABLE public.below ALTER COLUMN a DROP DEFAULT;

-- DATA LOSS: column z_above.a is dropped with its values
ALTER TABLE public.z_above DROP COLUMN a;

-- DATA LOSS: column below.a is dropped with its values
ALTER TABLE public.below DROP COLUMN a;
