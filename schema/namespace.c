#include "schema/namespace.h"
#include "schema/field_table.h"

const Field kind_fields_SCHEMA[] = {FIELDS_END};

const Field kind_fields_EXTENSION[] = {
    FIELD("schema", Extension, in_schema, NAME, ALTER, "schema of its members"),
    FIELD("version", Extension, version, TEXT, ALTER, "version to install or update to"),
    FIELDS_END,
};
