/* States and diagnostics as lines of text, for tests to compare. Included by one file of a test. */
#ifndef GEN_TESTS_STATE_LINES_H
#define GEN_TESTS_STATE_LINES_H

#include "schema/state.h"

#include <string.h>

static inline void append_value(GString *out, const Field *field, const void *base);

static inline void append_list(GString *out, NameList list)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < list.count; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", list.names[i]);
    g_string_append_c(out, ']');
}

static inline void append_item(GString *out, const ItemInfo *info, const void *item)
{
    bool first = true;
    for (const Field *f = info->fields; f->key; f++) {
        if (field_is_empty(f, item))
            continue;
        g_string_append_printf(out, "%s%s: ", first ? "{" : ", ", f->key);
        append_value(out, f, item);
        first = false;
    }
    g_string_append_c(out, '}');
}

static inline void append_value(GString *out, const Field *field, const void *base)
{
    if (field->type == FIELD_BOOL) {
        g_string_append(out, "true");
    } else if (field->type == FIELD_OBJECT) {
        QualifiedName name = FIELD_REFERENCE(base, field);
        g_string_append_printf(out, "%s%s%s", name.schema ? name.schema : "",
                               name.schema ? "." : "", name.name);
    } else if (field_is_list(field)) {
        append_list(out, FIELD_LIST(base, field));
    } else if (field->type == FIELD_ITEMS) {
        ItemList list = FIELD_ITEM_LIST(base, field);
        for (guint i = 0; i < list.count; i++)
            append_item(out, field->item, (const char *)list.items + i * field->item->size);
    } else {
        g_string_append(out, FIELD_STRING(base, field));
    }
}

/* "column users.id: type=uuid, not_null=true" */
static inline void append_object(GString *out, const Object *object)
{
    g_autofree char *title = object_title(object);
    g_string_append_printf(out, "%s %s:", object->info->word, title);
    for (const Field *f = object->info->fields; f->key; f++) {
        if (field_is_empty(f, object))
            continue;
        g_string_append_printf(out, " %s=", f->key);
        append_value(out, f, object);
    }
    if (object->comment)
        g_string_append_printf(out, " comment=%s", object->comment);
    if (object->renamed_from.name)
        g_string_append_printf(out, " renamed_from=%s", object->renamed_from.name);
    g_string_append_c(out, '\n');
}

/* All objects but implied schemas, in the state's order. Freed with g_free. */
static inline char *state_lines(const State *state)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (!object->implied)
            append_object(out, object);
    }
    return g_string_free(out, FALSE);
}

/* "line:column code text (detail) hint" for each. Freed with g_free. */
static inline char *diagnostic_lines(const Diagnostics *diagnostics)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(diagnostics, i);
        g_string_append_printf(out, "%d:%d %s: %s", d->place.line, d->place.column,
                               diag_code_word(d->code), d->text);
        if (d->detail)
            g_string_append_printf(out, " (%s)", d->detail);
        if (d->hint)
            g_string_append_printf(out, " -- %s", d->hint);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

#endif
