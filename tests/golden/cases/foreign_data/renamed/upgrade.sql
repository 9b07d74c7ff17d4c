ALTER FOREIGN DATA WRAPPER whole RENAME TO entire;
ALTER SERVER far RENAME TO further;
ALTER TABLE public.parts RENAME TO pieces;
ALTER TABLE public.pieces RENAME COLUMN id TO number;
COMMENT ON SERVER further IS 'renamed';

CREATE OR REPLACE VIEW public.far AS
SELECT pieces.number AS id
   FROM public.pieces;
