ALTER FOREIGN DATA WRAPPER entire RENAME TO whole;
ALTER SERVER further RENAME TO far;
ALTER TABLE public.pieces RENAME TO parts;
ALTER TABLE public.parts RENAME COLUMN number TO id;
COMMENT ON SERVER far IS NULL;

CREATE OR REPLACE VIEW public.far AS
SELECT parts.id
   FROM public.parts;
