CREATE DOMAIN public.email_address AS character varying(255) NOT NULL DEFAULT 'nobody@example.org'::character varying;
COMMENT ON DOMAIN public.email_address IS 'Where mail goes';
ALTER DOMAIN public.email_address ADD CONSTRAINT looks_like_mail CHECK (VALUE ~ '@');
ALTER TABLE public.t ADD COLUMN mail public.email_address;
DROP DOMAIN public.old;
