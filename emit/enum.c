/* Enums. Labels are added and renamed in place; a removal or another order is a new type (see
 * enum_guard.h).
 * https://www.postgresql.org/docs/current/sql-altertype.html */
#include "emit/emit.h"
#include "emit/enum_guard.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

#define LINE_LENGTH 96 /* of CREATE TYPE, before its labels stand one a line */

static const EnumValue *value_at(const Enum *type, guint i)
{
    return (const EnumValue *)type->values.items + i;
}

static char *label_list(const Enum *type, const char *separator)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < type->values.count; i++) {
        g_autofree char *literal = quote_literal(value_at(type, i)->label);
        g_string_append_printf(out, "%s%s", i ? separator : "", literal);
    }
    return g_string_free(out, FALSE);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Enum *type = (const Enum *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *labels = label_list(type, ", ");
    (void)options;
    if (strlen(name) + strlen(labels) + strlen("CREATE TYPE  AS ENUM ()") <= LINE_LENGTH) {
        script_add(script, "CREATE TYPE %s AS ENUM (%s)", name, labels);
        return;
    }
    g_autofree char *lines = label_list(type, ",\n    ");
    script_add(script, "CREATE TYPE %s AS ENUM (\n    %s\n)", name, lines);
}

static guint find_label(const GPtrArray *labels, const char *label)
{
    for (guint i = 0; i < labels->len; i++)
        if (strcmp(g_ptr_array_index(labels, i), label) == 0)
            return i;
    return labels->len;
}

/* Renames a label where it is there under the old name and is not under the new one. */
static void rename_value(Script *script, const char *type, GPtrArray *labels, const char *old,
                         const char *new)
{
    guint place = find_label(labels, old);
    if (place == labels->len || find_label(labels, new) < labels->len)
        return;
    g_autofree char *old_literal = quote_literal(old);
    g_autofree char *new_literal = quote_literal(new);
    script_add(script, "ALTER TYPE %s RENAME VALUE %s TO %s", type, old_literal, new_literal);
    labels->pdata[place] = (gpointer) new;
}

/* The hint stands in the new form or, on the way back, in the old one. */
static void rename_values(Script *script, const char *type, GPtrArray *labels, const Enum *from,
                          const Enum *to)
{
    for (guint i = 0; i < to->values.count; i++) {
        const EnumValue *value = value_at(to, i);
        if (value->renamed_from && !enum_has_label(to, value->renamed_from))
            rename_value(script, type, labels, value->renamed_from, value->label);
    }
    for (guint i = 0; i < from->values.count; i++) {
        const EnumValue *value = value_at(from, i);
        if (value->renamed_from && !enum_has_label(to, value->label) &&
            enum_has_label(to, value->renamed_from))
            rename_value(script, type, labels, value->label, value->renamed_from);
    }
}

/* The label that the one at `place` of the new form goes in front of, or NULL: to the end. */
static const char *successor(const Enum *to, guint place, const GPtrArray *labels)
{
    for (guint i = place + 1; i < to->values.count; i++)
        if (find_label(labels, value_at(to, i)->label) < labels->len)
            return value_at(to, i)->label;
    return NULL;
}

static void add_values(Script *script, const char *type, GPtrArray *labels, const Enum *to)
{
    for (guint i = 0; i < to->values.count; i++) {
        const char *label = value_at(to, i)->label;
        if (find_label(labels, label) < labels->len)
            continue;
        const char *next = successor(to, i, labels);
        g_autofree char *literal = quote_literal(label);
        g_autofree char *next_literal = next ? quote_literal(next) : NULL;
        script_add(script, "ALTER TYPE %s ADD VALUE %s%s%s", type, literal, next ? " BEFORE " : "",
                   next ? next_literal : "");
        script_commit_before(script, literal);
        g_ptr_array_add(labels, (gpointer)label);
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Enum *from = (const Enum *)change->from;
    const Enum *to = (const Enum *)change->to;
    g_autofree char *type = quote_object(change->to);
    g_autoptr(GPtrArray) labels = g_ptr_array_new();
    (void)options;
    for (guint i = 0; i < from->values.count; i++)
        g_ptr_array_add(labels, (gpointer)value_at(from, i)->label);
    rename_values(script, type, labels, from, to);
    add_values(script, type, labels, to);
}

static void rename_enum(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TYPE", from, to, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "TYPE", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("TYPE", object);
}

const KindSql kind_sql_ENUM = {
    .create = create,
    .alter = alter,
    .rename = rename_enum,
    .drop = drop,
    .comment_target = comment_target,
};
