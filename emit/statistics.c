/* CREATE STATISTICS.
 * https://www.postgresql.org/docs/current/sql-createstatistics.html */
#include "emit/emit.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static QualifiedName full_name(const Object *object)
{
    const Statistics *s = (const Statistics *)object;
    return (QualifiedName){s->in_schema ? s->in_schema : object->schema, object->name};
}

static char *quoted_name(const Object *object)
{
    return quote_qualified(full_name(object));
}

static void set_target(Script *script, const Statistics *s)
{
    g_autofree char *name = quoted_name(&s->object);
    script_add(script, "ALTER STATISTICS %s SET STATISTICS %s", name, s->target ? s->target : "-1");
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Statistics *s = (const Statistics *)object;
    const StatisticsExpression *expressions = s->expressions.items;
    g_autofree char *name = quoted_name(object);
    g_autofree char *table = quote_object(object->parent);
    g_autofree char *columns = quote_names(s->columns);
    g_autoptr(GString) list = g_string_new(columns);
    g_autoptr(GString) kinds = g_string_new(NULL);
    (void)options;
    for (guint i = 0; i < s->expressions.count; i++)
        g_string_append_printf(list, "%s(%s)", list->len ? ", " : "", expressions[i].expression);
    for (guint i = 0; i < s->kinds.count; i++)
        g_string_append_printf(kinds, "%s%s", i ? ", " : " (", s->kinds.names[i]);
    if (kinds->len)
        g_string_append_c(kinds, ')');
    script_add(script, "CREATE STATISTICS %s%s ON %s FROM %s", name, kinds->str, list->str, table);
    if (s->target)
        set_target(script, s);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    if (change_has(change, "schema")) {
        g_autofree char *name = quoted_name(change->from);
        g_autofree char *schema = quote_name(full_name(change->to).schema);
        script_add(script, "ALTER STATISTICS %s SET SCHEMA %s", name, schema);
    }
    if (change_has(change, "target"))
        set_target(script, (const Statistics *)change->to);
}

/* They do not follow their table to another schema, and the state says where they are. */
static void rename_statistics(Script *script, const Object *from, const Object *to)
{
    if (from->name == to->name)
        return;
    g_autofree char *old = quoted_name(from);
    g_autofree char *name = quote_name(to->name);
    script_add(script, "ALTER STATISTICS %s RENAME TO %s", old, name);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quoted_name(object);
    (void)options;
    script_add(script, "DROP STATISTICS %s", name);
}

static char *comment_target(const Object *object)
{
    g_autofree char *name = quoted_name(object);
    return g_strconcat("STATISTICS ", name, NULL);
}

const KindSql kind_sql_STATISTICS = {
    .create = create,
    .alter = alter,
    .rename = rename_statistics,
    .drop = drop,
    .comment_target = comment_target,
};
