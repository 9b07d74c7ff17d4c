#include "schema/table.h"
#include "schema/field_table.h"

static const Field parent_fields[] = {
    FIELD("table", Parent, table, OBJECT, ALTER, "a table that this one inherits from"),
    FIELDS_END,
};

static const ItemInfo parent_info = {sizeof(Parent), parent_fields};

static const char *const replica_identity_words[] = {"default", "full", "nothing", "index", NULL};
static const char *const row_security_words[] = {"disabled", "enabled", "forced", "forced off",
                                                 NULL};

const Field kind_fields_TABLE[] = {
    FIELD("unlogged", Table, unlogged, BOOL, ALTER, "not written to the WAL"),
    FIELD("options", Table, options, OPTIONS, ALTER, "storage parameters"),
    FIELD("tablespace", Table, tablespace, NAME, ALTER, "tablespace, where not the database's"),
    FIELD_OF_NAME("access_method", Table, access_method, "heap", REPLACE, "table access method"),
    FIELD("server", Table, server, NAME, REPLACE, "foreign server that holds its rows"),
    FIELD("fdw_options", Table, fdw_options, OPTIONS, ALTER, "options of the foreign table"),
    FIELD("partition_by", Table, partition_by, CLAUSE, REPLACE, "how it is partitioned"),
    FIELD("partition_of", Table, partition_of, OBJECT, ALTER, "the table it is a partition of"),
    FIELD("values", Table, values, CLAUSE, ALTER, "which rows the partition holds"),
    FIELD_OF_ITEMS("inherits", Table, inherits, &parent_info, ALTER, "tables it inherits from"),
    FIELD_OF_WORDS("replica_identity", Table, replica_identity, replica_identity_words, ALTER,
                   "what is logged of old rows for logical replication"),
    FIELD("replica_identity_index", Table, replica_identity_index, NAME, ALTER,
          "the index, with replica_identity: index"),
    FIELD_OF_WORDS("row_security", Table, row_security, row_security_words, ALTER,
                   "whether policies apply"),
    FIELD("partitions_open", Table, partitions_open, BOOL, IGNORE,
          "partitions that the model does not name are left alone"),
    FIELDS_END,
};

static const char *const identity_words[] = {"none", "always", "by default", NULL};

const Field kind_fields_COLUMN[] = {
    FIELD("type", Column, type, TYPE, REBUILD, "data type"),
    FIELD("not_null", Column, not_null, BOOL, ALTER, "whether NULL is refused"),
    FIELD_SINCE(18, "not_null_name", Column, not_null_name, NAME, ALTER,
                "name of the NOT NULL constraint"),
    FIELD_SINCE(18, "not_null_no_inherit", Column, not_null_no_inherit, BOOL, ALTER,
                "NOT NULL, but not in child tables"),
    FIELD_SINCE(18, "not_null_not_valid", Column, not_null_not_valid, BOOL, ALTER,
                "NOT NULL, but rows from before are not checked"),
    FIELD_SINCE(18, "not_null_comment", Column, not_null_comment, TEXT, ALTER,
                "comment on the NOT NULL constraint"),
    FIELD("default", Column, default_expr, EXPR, ALTER, "default value"),
    FIELD("generated", Column, generated, EXPR, REPLACE, "expression it is computed by"),
    FIELD_SINCE(18, "virtual", Column, generated_virtual, BOOL, REPLACE, "computed when read"),
    FIELD_OF_WORDS("identity", Column, identity, identity_words, ALTER, "numbered by PostgreSQL"),
    FIELD("identity_sequence", Column, identity_sequence, OBJECT, ALTER,
          "name of the identity's sequence"),
    FIELD("identity_comment", Column, identity_comment, TEXT, ALTER,
          "comment on the identity's sequence"),
    FIELD("start", Column, sequence.start, INT, ALTER, "identity: first value"),
    FIELD("increment", Column, sequence.increment, INT, ALTER, "identity: step"),
    FIELD("minvalue", Column, sequence.minvalue, INT, ALTER, "identity: least value"),
    FIELD("maxvalue", Column, sequence.maxvalue, INT, ALTER, "identity: greatest value"),
    FIELD("cache", Column, sequence.cache, INT, ALTER, "identity: values taken at a time"),
    FIELD("cycle", Column, sequence.cycle, BOOL, ALTER, "identity: starts anew at its end"),
    FIELD("collation", Column, collation, OBJECT, REBUILD, "collation, where not the type's own"),
    FIELD("storage", Column, storage, TEXT, ALTER, "plain, main, external or extended"),
    FIELD_SINCE(14, "compression", Column, compression, TEXT, ALTER, "pglz or lz4"),
    FIELD("statistics", Column, statistics, INT, ALTER, "statistics target"),
    FIELD("options", Column, options, OPTIONS, ALTER, "n_distinct and the like"),
    FIELD("fdw_options", Column, fdw_options, OPTIONS, ALTER,
          "options of a foreign table's column"),
    FIELD("inherited", Column, inherited, BOOL, IGNORE, "a parent's column"),
    FIELD("using", Column, using_expr, EXPR, IGNORE, "how to convert when the type changes"),
    FIELD("using_back", Column, using_back, EXPR, IGNORE, "how to convert on the way back"),
    FIELD("backfill", Column, backfill, EXPR, IGNORE, "value for rows that exist already"),
    FIELDS_END,
};
