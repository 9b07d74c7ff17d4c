#include "emit/definition.h"

#include "emit/quote.h"

static char *value_of(const Field *field, const Object *object)
{
    switch (field->type) {
    case FIELD_BOOL:
        return g_strdup("true");
    case FIELD_OBJECT:
        return quote_qualified(FIELD_REFERENCE(object, field));
    case FIELD_TEXT:
        return quote_literal(FIELD_STRING(object, field));
    default:
        return g_strdup(FIELD_STRING(object, field));
    }
}

char *definition_list(const Object *object, const DefinitionRow *rows)
{
    GString *out = g_string_new(NULL);
    for (; rows->key; rows++) {
        const Field *field = kind_field(object->info, rows->key);
        if (field_is_empty(field, object))
            continue;
        g_autofree char *value = value_of(field, object);
        g_string_append_printf(out, "%s%s = %s", out->len ? ", " : "", rows->parameter, value);
    }
    return g_string_free(out, FALSE);
}

void definition_create(Script *script, const char *word, const Object *object,
                       const DefinitionRow *rows)
{
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autofree char *list = definition_list(object, rows);
    script_add(script, "CREATE %s %s (%s)", word, name, list);
}
