-- DATA LOSS: column t.slot is dropped with its values
ALTER TABLE public.t
    DROP CONSTRAINT t_slot_excl,
    DROP COLUMN slot,
    ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&);
