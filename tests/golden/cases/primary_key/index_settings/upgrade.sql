ALTER TABLE public.parts
    ALTER COLUMN id SET NOT NULL,
    ADD CONSTRAINT parts_pkey PRIMARY KEY (id, kind);

COMMENT ON INDEX public.parts_pkey IS 'Of all';
COMMENT ON INDEX public.parts_1_pkey IS 'Of one';
ALTER TABLE public.parts_1 REPLICA IDENTITY USING INDEX parts_1_pkey;
COMMENT ON INDEX public.rooms_pkey IS 'Its index';
COMMENT ON CONSTRAINT rooms_pkey ON public.rooms IS 'The key';
COMMENT ON INDEX public.rooms_name_key IS 'Of names';
ALTER INDEX public.apart ALTER COLUMN 1 SET STATISTICS 500;
ALTER TABLE public.rooms CLUSTER ON apart;
COMMENT ON INDEX public.apart IS 'Of times';
