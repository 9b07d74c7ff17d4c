DROP INDEX public.completed_sensor;
ALTER TABLE public.completed ALTER COLUMN sensor TYPE character varying(40);
CREATE INDEX completed_sensor ON public.completed (sensor);
DROP INDEX public.stays_sensor;
ALTER TABLE public.stays ALTER COLUMN sensor TYPE character varying(40);
CREATE INDEX stays_sensor ON ONLY public.stays (sensor);
CREATE INDEX stays_north_sensor_idx ON public.stays_north (sensor);
ALTER INDEX public.stays_sensor ATTACH PARTITION public.stays_north_sensor_idx;
