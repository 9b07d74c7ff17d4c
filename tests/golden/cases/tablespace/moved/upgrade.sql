ALTER TABLE public.rooms SET TABLESPACE elsewhere;
ALTER INDEX public.rooms_pkey SET TABLESPACE elsewhere;
ALTER INDEX public.rooms_name_key SET TABLESPACE elsewhere;
ALTER INDEX public.apart SET TABLESPACE elsewhere;
ALTER INDEX public.rooms_body SET TABLESPACE elsewhere;
ALTER MATERIALIZED VIEW public.names SET TABLESPACE elsewhere;
ALTER INDEX public.names_id SET TABLESPACE elsewhere;
