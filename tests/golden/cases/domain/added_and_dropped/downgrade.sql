CREATE DOMAIN public.old AS integer;

-- DATA LOSS: column t.mail is dropped with its values
ALTER TABLE public.t DROP COLUMN mail;
DROP DOMAIN public.email_address;
