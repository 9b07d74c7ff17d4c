DROP INDEX public.reading_sensor;
CREATE INDEX reading_sensor ON ONLY public."Reading" (sensor);
CREATE INDEX reading_north_sensor_idx ON public.reading_north (sensor);
ALTER INDEX public.reading_sensor ATTACH PARTITION public.reading_north_sensor_idx;
