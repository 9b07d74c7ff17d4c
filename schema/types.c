#include "schema/types.h"
#include "schema/field_table.h"

static const Field value_fields[] = {
    FIELD("value", EnumValue, label, TEXT, ALTER, "the label"),
    FIELD("renamed_from", EnumValue, renamed_from, TEXT, IGNORE, "the label it had before"),
    FIELDS_END,
};

static const ItemInfo value_info = {sizeof(EnumValue), value_fields};

const Field kind_fields_ENUM[] = {
    FIELD_OF_ITEMS("values", Enum, values, &value_info, ALTER, "labels, in sort order"),
    FIELDS_END,
};

const Field kind_fields_DOMAIN[] = {
    FIELD("type", Domain, type, TYPE, REBUILD, "the type it is based on"),
    FIELD("not_null", Domain, not_null, BOOL, ALTER, "whether NULL is refused"),
    FIELD("default", Domain, default_expr, EXPR, ALTER, "default value of columns of this type"),
    FIELD("collation", Domain, collation, OBJECT, REBUILD, "collation, where not the type's own"),
    FIELDS_END,
};
