#include "schema/policy.h"
#include "schema/field_table.h"

static const char *const kind_words[] = {"permissive", "restrictive", NULL};
static const char *const command_words[] = {"all", "select", "insert", "update", "delete", NULL};

const Field kind_fields_POLICY[] = {
    FIELD_OF_WORDS("kind", Policy, kind, kind_words, REPLACE, "permissive or restrictive"),
    FIELD_OF_WORDS("command", Policy, command, command_words, REPLACE,
                   "all, select, insert, update or delete"),
    FIELD("roles", Policy, roles, TEXTS, ALTER, "roles it is for; none: public"),
    FIELD("using", Policy, using_expr, EXPR, ALTER, "rows that can be seen"),
    FIELD("check", Policy, check_expr, EXPR, ALTER, "rows that can be written"),
    FIELDS_END,
};
