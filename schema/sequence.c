#include "schema/sequence.h"
#include "schema/field_table.h"

const Field kind_fields_SEQUENCE[] = {
    FIELD("type", Sequence, type, TYPE, ALTER, "bigint (default), integer or smallint"),
    FIELD("start", Sequence, options.start, INT, ALTER, "first value"),
    FIELD("increment", Sequence, options.increment, INT, ALTER, "step"),
    FIELD("minvalue", Sequence, options.minvalue, INT, ALTER, "least value"),
    FIELD("maxvalue", Sequence, options.maxvalue, INT, ALTER, "greatest value"),
    FIELD("cache", Sequence, options.cache, INT, ALTER, "values taken at a time by a session"),
    FIELD("cycle", Sequence, options.cycle, BOOL, ALTER, "whether it starts anew at its end"),
    FIELD_SINCE(15, "unlogged", Sequence, unlogged, BOOL, ALTER, "not written to the WAL"),
    FIELD("owned_by_table", Sequence, owned_by_table, OBJECT, ALTER, "table of the owning column"),
    FIELD("owned_by_column", Sequence, owned_by_column, NAME, ALTER, "the owning column"),
    FIELDS_END,
};
