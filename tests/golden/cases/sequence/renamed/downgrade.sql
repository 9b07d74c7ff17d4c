ALTER SEQUENCE public.numbers RENAME TO old_numbers;
