-- the keys of partitions that are parts of it go with it
DROP INDEX public.account_email CASCADE;
ALTER TABLE public.account ADD CONSTRAINT account_pk PRIMARY KEY (region, id);
ALTER TABLE public.account_eu ADD CONSTRAINT account_eu_email UNIQUE (region, email);
