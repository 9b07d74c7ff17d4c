CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, truncate', publish_via_partition_root = true);
COMMENT ON PUBLICATION everything IS 'all there is';
CREATE PUBLICATION silent FOR TABLE public.t WITH (publish = '');
CREATE PUBLICATION "some" FOR TABLE public.t, public.u;
ALTER PUBLICATION "some" OWNER TO postgres;
