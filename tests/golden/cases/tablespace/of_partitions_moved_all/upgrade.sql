ALTER TABLE public.events SET TABLESPACE elsewhere;
ALTER INDEX public.events_pkey SET TABLESPACE elsewhere;
ALTER INDEX public.events_day SET TABLESPACE elsewhere;
ALTER TABLE public.events_1 SET TABLESPACE elsewhere;
ALTER INDEX public.events_1_pkey SET TABLESPACE elsewhere;
ALTER INDEX public.events_1_day_idx SET TABLESPACE elsewhere;
ALTER INDEX public.events_2_pkey SET TABLESPACE elsewhere;
ALTER INDEX public.events_2_day_idx SET TABLESPACE elsewhere;
