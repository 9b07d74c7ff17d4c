#include "introspect/settings.h"

const char settings_for_reading[] = "SELECT set_config(name, value, true) FROM (VALUES"
                                    " ('search_path', ''),"
                                    " ('quote_all_identifiers', 'off'),"
                                    " ('standard_conforming_strings', 'on'),"
                                    " ('bytea_output', 'hex'),"
                                    " ('DateStyle', 'ISO, MDY'),"
                                    " ('IntervalStyle', 'postgres'),"
                                    " ('TimeZone', 'UTC'),"
                                    " ('extra_float_digits', '3'),"
                                    " ('xmloption', 'content'),"
                                    " ('max_parallel_workers_per_gather', '0'),"
                                    " ('jit', 'off')) AS settings (name, value)";
