#include "schema/types.h"
#include "schema/field_table.h"
#include "schema/identifier.h"

#include <string.h>

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
    FIELD_SINCE(18, "not_null_name", Domain, not_null_name, NAME, ALTER,
                "name of the NOT NULL constraint"),
    FIELD_SINCE(18, "not_null_comment", Domain, not_null_comment, TEXT, ALTER,
                "comment on the NOT NULL constraint"),
    FIELD("default", Domain, default_expr, EXPR, ALTER, "default value of columns of this type"),
    FIELD("collation", Domain, collation, OBJECT, REBUILD, "collation, where not the type's own"),
    FIELDS_END,
};

static const Field attribute_fields[] = {
    FIELD("name", Attribute, name, NAME, ALTER, "the attribute's name"),
    FIELD("type", Attribute, type, TYPE, ALTER, "data type"),
    FIELD("collation", Attribute, collation, OBJECT, ALTER, "collation, where not the type's own"),
    FIELD("comment", Attribute, comment, TEXT, ALTER, "comment"),
    FIELD("renamed_from", Attribute, renamed_from, NAME, IGNORE, "the name it had before"),
    FIELDS_END,
};

static const ItemInfo attribute_info = {sizeof(Attribute), attribute_fields};

const Field kind_fields_COMPOSITE[] = {
    FIELD_OF_ITEMS("attributes", Composite, attributes, &attribute_info, ALTER,
                   "attributes, in order"),
    FIELDS_END,
};

const Field kind_fields_RANGE[] = {
    FIELD("subtype", Range, subtype, TYPE, REBUILD, "the type of its bounds"),
    FIELD("opclass", Range, opclass, OBJECT, REBUILD, "b-tree operator class of the subtype"),
    FIELD("collation", Range, collation, OBJECT, REBUILD, "collation, where not the subtype's"),
    FIELD("canonical", Range, canonical, OBJECT, REBUILD, "function that makes bounds canonical"),
    FIELD("subtype_diff", Range, subtype_diff, OBJECT, REBUILD,
          "function of the difference of two bounds"),
    FIELD_SINCE(14, "multirange", Range, multirange, OBJECT, REBUILD,
                "multirange type, where not the name PostgreSQL makes"),
    FIELD_SINCE(14, "multirange_comment", Range, multirange_comment, TEXT, ALTER,
                "comment on the multirange type"),
    FIELDS_END,
};

/* makeMultirangeTypeName in PostgreSQL's src/backend/catalog/pg_type.c */
char *range_multirange_name(const char *range)
{
    static const char suffix[] = "_multirange";
    const char *word = strstr(range, "range");
    g_autofree char *name = NULL;
    if (word)
        name = g_strdup_printf("%.*smulti%s", (int)(word - range), range, word);
    else
        name = g_strdup_printf("%.*s%s",
                               (int)identifier_clip(range, IDENTIFIER_LIMIT - (sizeof suffix - 1)),
                               range, suffix);
    return g_strndup(name, identifier_clip(name, IDENTIFIER_LIMIT));
}

QualifiedName range_multirange(const Range *range)
{
    if (range->multirange.name)
        return range->multirange;
    g_autofree char *made = range_multirange_name(range->object.name);
    return (QualifiedName){range->object.schema, g_intern_string(made)};
}
