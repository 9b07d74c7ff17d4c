ALTER SEQUENCE public.old_numbers RENAME TO numbers;
