ALTER TABLE public.t
    DROP CONSTRAINT no_overlap,
    ADD COLUMN slot int4range,
    ADD CONSTRAINT t_slot_excl EXCLUDE USING gist (slot WITH &&) WHERE (id > 10);
