/* CREATE TYPE … AS (…), and what ALTER TYPE can do to attributes.
 * https://www.postgresql.org/docs/current/sql-altertype.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

static const Attribute *attribute_at(const Composite *type, guint i)
{
    return (const Attribute *)type->attributes.items + i;
}

static const Attribute *attribute_named(const Composite *type, const char *name)
{
    for (guint i = 0; i < type->attributes.count; i++)
        if (attribute_at(type, i)->name == name)
            return attribute_at(type, i);
    return NULL;
}

/* "name type COLLATE x" */
static char *definition(const Attribute *a)
{
    g_autofree char *name = quote_name(a->name);
    if (!a->collation.name)
        return g_strdup_printf("%s %s", name, a->type);
    g_autofree char *collation = quote_qualified(a->collation);
    return g_strdup_printf("%s %s COLLATE %s", name, a->type, collation);
}

static void comment(Script *script, const Composite *type, const Attribute *a)
{
    g_autofree char *owner = quote_object(&type->object);
    g_autofree char *name = quote_name(a->name);
    g_autofree char *text = a->comment ? quote_literal(a->comment) : g_strdup("NULL");
    script_after(script, "COMMENT ON COLUMN %s.%s IS %s", owner, name, text);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Composite *type = (const Composite *)object;
    g_autofree char *name = quote_object(object);
    g_autoptr(GString) list = g_string_new(NULL);
    (void)options;
    for (guint i = 0; i < type->attributes.count; i++) {
        g_autofree char *text = definition(attribute_at(type, i));
        g_string_append_printf(list, "%s    %s", i ? ",\n" : "\n", text);
    }
    script_add(script, "CREATE TYPE %s AS (%s%s)", name, list->str, list->len ? "\n" : "");
    for (guint i = 0; i < type->attributes.count; i++)
        if (attribute_at(type, i)->comment)
            comment(script, type, attribute_at(type, i));
}

static void drop_attributes(GString *out, const Composite *old, const Composite *new)
{
    for (guint i = 0; i < old->attributes.count; i++) {
        const Attribute *a = attribute_at(old, i);
        if (attribute_named(new, a->name))
            continue;
        g_autofree char *name = quote_name(a->name);
        g_string_append_printf(out, "%sDROP ATTRIBUTE %s", out->len ? ", " : "", name);
    }
}

static bool same_type(const Attribute *a, const Attribute *b)
{
    return g_strcmp0(a->type, b->type) == 0 && qualified_name_equal(a->collation, b->collation);
}

static void add_attributes(GString *out, const Composite *old, const Composite *new)
{
    for (guint i = 0; i < new->attributes.count; i++) {
        const Attribute *a = attribute_at(new, i);
        const Attribute *before = attribute_named(old, a->name);
        const char *comma = out->len ? ", " : "";
        if (!before) {
            g_autofree char *text = definition(a);
            g_string_append_printf(out, "%sADD ATTRIBUTE %s", comma, text);
        } else if (!same_type(before, a)) {
            g_autofree char *name = quote_name(a->name);
            g_string_append_printf(out, "%sALTER ATTRIBUTE %s SET DATA TYPE %s", comma, name,
                                   a->type);
            g_autofree char *collation = a->collation.name ? quote_qualified(a->collation) : NULL;
            if (collation)
                g_string_append_printf(out, " COLLATE %s", collation);
        }
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Composite *old = (const Composite *)change->from;
    const Composite *new = (const Composite *)change->to;
    g_autofree char *name = quote_object(change->to);
    g_autoptr(GString) clauses = g_string_new(NULL);
    (void)options;
    if (!change_has(change, "attributes"))
        return;
    drop_attributes(clauses, old, new);
    add_attributes(clauses, old, new);
    if (clauses->len)
        script_add(script, "ALTER TYPE %s %s", name, clauses->str);
    for (guint i = 0; i < new->attributes.count; i++) {
        const Attribute *a = attribute_at(new, i);
        const Attribute *before = attribute_named(old, a->name);
        if (g_strcmp0(a->comment, before ? before->comment : NULL) != 0)
            comment(script, new, a);
    }
}

/* The type itself, or attributes of it: they have their places. */
static void rename_type(Script *script, const Object *from, const Object *to)
{
    const Composite *old = (const Composite *)from;
    g_autofree char *name = quote_object(to);
    if (from->name != to->name || from->schema != to->schema) {
        plain_rename(script, "TYPE", from, to, NULL);
        return;
    }
    for (guint i = 0; i < old->attributes.count; i++) {
        g_autofree char *before = quote_name(attribute_at(old, i)->name);
        g_autofree char *after = quote_name(attribute_at((const Composite *)to, i)->name);
        if (strcmp(before, after) != 0)
            script_add(script, "ALTER TYPE %s RENAME ATTRIBUTE %s TO %s", name, before, after);
    }
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

const KindSql kind_sql_COMPOSITE = {
    .create = create,
    .alter = alter,
    .rename = rename_type,
    .drop = drop,
    .comment_target = comment_target,
};
