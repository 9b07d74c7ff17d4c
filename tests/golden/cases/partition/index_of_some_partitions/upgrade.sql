CREATE INDEX reading_south_sensor_idx ON public.reading_south (sensor);
ALTER INDEX public.reading_sensor ATTACH PARTITION public.reading_south_sensor_idx;
