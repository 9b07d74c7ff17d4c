ALTER TABLE public.below ADD COLUMN a integer DEFAULT 1;
ALTER TABLE public.z_above ADD COLUMN a integer;
