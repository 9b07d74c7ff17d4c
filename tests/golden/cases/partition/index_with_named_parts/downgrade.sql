DROP INDEX public.payment_latest;
DROP INDEX public.payment_staff;
CREATE INDEX staff_2025 ON public.payment_2025 (staff);
