CREATE INDEX payment_latest ON public.payment (paid_at DESC);
CREATE INDEX payment_staff ON ONLY public.payment (staff);
CREATE INDEX staff_2024 ON public.payment_2024 (staff) WITH (fillfactor=70);
ALTER INDEX public.payment_staff ATTACH PARTITION public.staff_2024;
COMMENT ON INDEX public.staff_2024 IS 'Rarely changes';
CREATE INDEX payment_2026_staff_idx ON public.payment_2026 (staff);
ALTER INDEX public.payment_staff ATTACH PARTITION public.payment_2026_staff_idx;
ALTER INDEX public.payment_staff ATTACH PARTITION public.staff_2025;
