-- DATA LOSS: table a_table_whose_name_is_as_long_as_postgresql_lets_it_be_63_bytes is dropped with its rows
DROP TABLE public.a_table_whose_name_is_as_long_as_postgresql_lets_it_be_63_bytes;

-- DATA LOSS: table schön_und_länger_als_die_ÄÖÜ_grenze_von_63_bytes_erlaubt is dropped with its rows
DROP TABLE public."schön_und_länger_als_die_ÄÖÜ_grenze_von_63_bytes_erlaubt";
