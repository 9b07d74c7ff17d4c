#include "schema/reference.h"

#include <string.h>

static bool is_collation(const Object *object)
{
    return object_kind(object) == KIND_COLLATION;
}

static bool is_operator_class(const Object *object)
{
    return object_kind(object) == KIND_OPERATOR_CLASS;
}

static bool is_operator_family(const Object *object)
{
    return object_kind(object) == KIND_OPERATOR_FAMILY;
}

static bool is_parser(const Object *object)
{
    return object_kind(object) == KIND_TEXT_SEARCH_PARSER;
}

static bool is_template(const Object *object)
{
    return object_kind(object) == KIND_TEXT_SEARCH_TEMPLATE;
}

static bool is_table(const Object *object)
{
    return object_kind(object) == KIND_TABLE;
}

static bool is_relation(const Object *object)
{
    return object->info->flags & KIND_RELATION;
}

static bool is_routine(const Object *object)
{
    return object->info->flags & KIND_ROUTINE;
}

static bool is_anything(const Object *object)
{
    return object->info->flags & KIND_IN_SCHEMA;
}

static const struct {
    const char *key;
    ObjectFilter *filter;
} filters[] = {
    {"collation", is_collation},  {"opclass", is_operator_class}, {"family", is_operator_family},
    {"parser", is_parser},        {"template", is_template},      {"table", is_table},
    {"partition_of", is_table},   {"relation", is_relation},      {"from", is_table},
    {"support", is_routine},      {"restrict", is_routine},       {"join", is_routine},
    {"handler", is_routine},      {"inline", is_routine},         {"validator", is_routine},
    {"from_sql", is_routine},     {"to_sql", is_routine},         {"canonical", is_routine},
    {"subtype_diff", is_routine}, {"start", is_routine},          {"gettoken", is_routine},
    {"end", is_routine},          {"lextypes", is_routine},       {"headline", is_routine},
    {"init", is_routine},         {"lexize", is_routine},
};

ObjectFilter *reference_filter(const Field *field)
{
    if (g_str_has_suffix(field->key, "function"))
        return is_routine;
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++)
        if (strcmp(filters[i].key, field->key) == 0)
            return filters[i].filter;
    return is_anything;
}

bool reference_is_to_function(const Field *field)
{
    return reference_filter(field) == is_routine;
}

static const struct {
    Kind kind;
    const char *key;
    Kind target;
} plain_names[] = {
    {KIND_SERVER, "wrapper", KIND_FOREIGN_DATA_WRAPPER},
    {KIND_TABLE, "server", KIND_SERVER},
    {KIND_TABLE, "access_method", KIND_ACCESS_METHOD},
    {KIND_MATERIALIZED_VIEW, "access_method", KIND_ACCESS_METHOD},
    {KIND_INDEX, "method", KIND_ACCESS_METHOD},
    {KIND_OPERATOR_CLASS, "method", KIND_ACCESS_METHOD},
    {KIND_OPERATOR_FAMILY, "method", KIND_ACCESS_METHOD},
    {KIND_FUNCTION, "language", KIND_LANGUAGE},
    {KIND_PROCEDURE, "language", KIND_LANGUAGE},
    {KIND_TRANSFORM, "language", KIND_LANGUAGE},
};

Kind reference_plain_kind(const Object *object, const Field *field)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plain_names); i++)
        if (plain_names[i].kind == object_kind(object) &&
            strcmp(plain_names[i].key, field->key) == 0)
            return plain_names[i].target;
    return KIND_COUNT;
}
