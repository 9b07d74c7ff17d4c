#include "schema/foreign.h"
#include "schema/field_table.h"

const Field kind_fields_FOREIGN_DATA_WRAPPER[] = {
    FIELD("handler", ForeignDataWrapper, handler, OBJECT, ALTER, "handler function"),
    FIELD("validator", ForeignDataWrapper, validator, OBJECT, ALTER, "validator function"),
    FIELD("options", ForeignDataWrapper, options, OPTIONS, ALTER, "options"),
    FIELDS_END,
};

const Field kind_fields_SERVER[] = {
    FIELD("wrapper", Server, wrapper, NAME, REPLACE, "its foreign-data wrapper"),
    FIELD("type", Server, type, TEXT, REPLACE, "type, for wrappers that ask for it"),
    FIELD("version", Server, version, TEXT, ALTER, "version, for wrappers that ask for it"),
    FIELD("options", Server, options, OPTIONS, ALTER, "options"),
    FIELDS_END,
};

const Field kind_fields_USER_MAPPING[] = {
    FIELD("options", UserMapping, options, OPTIONS, ALTER, "options, without passwords"),
    FIELDS_END,
};
