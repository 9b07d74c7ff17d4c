#include "schema/language.h"
#include "schema/field_table.h"

static const char *const method_words[] = {"index", "table", NULL};

const Field kind_fields_LANGUAGE[] = {
    FIELD("trusted", Language, trusted, BOOL, REPLACE, "for users without superuser rights"),
    FIELD("handler", Language, handler, OBJECT, REPLACE, "call handler"),
    FIELD("inline", Language, inline_handler, OBJECT, REPLACE, "handler of DO"),
    FIELD("validator", Language, validator, OBJECT, REPLACE, "validator"),
    FIELDS_END,
};

const Field kind_fields_TRANSFORM[] = {
    FIELD("type", Transform, type, TYPE, REPLACE, "data type"),
    FIELD("language", Transform, language, NAME, REPLACE, "language"),
    FIELD("from_sql", Transform, from_sql, OBJECT, REPLACE, "function from SQL"),
    FIELD("to_sql", Transform, to_sql, OBJECT, REPLACE, "function to SQL"),
    FIELDS_END,
};

const Field kind_fields_ACCESS_METHOD[] = {
    FIELD_OF_WORDS("type", AccessMethod, type, method_words, REPLACE, "of indexes or of tables"),
    FIELD("handler", AccessMethod, handler, OBJECT, REPLACE, "handler function"),
    FIELDS_END,
};
