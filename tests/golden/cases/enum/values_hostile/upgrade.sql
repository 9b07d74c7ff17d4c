CREATE TYPE public."Odd type" AS ENUM (
    'it''s',
    '"quoted"',
    'a,b',
    '{x}',
    ' ',
    'NULL',
    'ümläut',
    E'back\\slash'
);

CREATE TABLE public.t (
    id integer NOT NULL,
    a public."Odd type" DEFAULT 'it''s'::public."Odd type",
    b public."Odd type"[] DEFAULT '{"a,b","\"quoted\"","NULL"," ","back\\slash"}'::public."Odd type"[],
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
