#include "schema/statistics.h"
#include "schema/field_table.h"

static const Field expression_fields[] = {
    FIELD("expression", StatisticsExpression, expression, EXPR, REPLACE, "an expression"),
    FIELDS_END,
};

static const ItemInfo expression_info = {sizeof(StatisticsExpression), expression_fields};

const Field kind_fields_STATISTICS[] = {
    FIELD("fields", Statistics, columns, NAMES, REPLACE, "columns"),
    FIELD_OF_ITEMS_SINCE(14, "expressions", Statistics, expressions, &expression_info, REPLACE,
                         "expressions"),
    FIELD("kinds", Statistics, kinds, TEXTS, REPLACE, "ndistinct, dependencies, mcv"),
    FIELD("schema", Statistics, in_schema, NAME, ALTER, "its schema, where not its table's"),
    FIELD("target", Statistics, target, INT, ALTER, "statistics target"),
    FIELDS_END,
};
