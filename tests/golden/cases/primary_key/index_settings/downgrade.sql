ALTER TABLE public.parts
    DROP CONSTRAINT parts_pkey,
    ALTER COLUMN id DROP NOT NULL;

ALTER TABLE public.parts_1 REPLICA IDENTITY DEFAULT;
COMMENT ON INDEX public.rooms_pkey IS 'Old';
COMMENT ON CONSTRAINT rooms_pkey ON public.rooms IS NULL;
ALTER TABLE public.rooms CLUSTER ON rooms_name_key;
COMMENT ON INDEX public.rooms_name_key IS NULL;
ALTER INDEX public.apart ALTER COLUMN 1 SET STATISTICS 50;
COMMENT ON INDEX public.apart IS NULL;
