/* CREATE PUBLICATION.
 * https://www.postgresql.org/docs/current/sql-createpublication.html */
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void append_table(GString *out, const PublishedTable *t)
{
    g_autofree char *name = quote_qualified(t->table);
    g_string_append(out, name);
    if (t->columns.count) {
        g_autofree char *columns = quote_names(t->columns);
        g_string_append_printf(out, " (%s)", columns);
    }
    if (t->where) {
        g_autofree char *where = expression_enclosed(t->where);
        g_string_append_printf(out, " WHERE %s", where);
    }
}

/* "TABLE a, b, TABLES IN SCHEMA s", or "" */
static char *contents(const Publication *p)
{
    const PublishedTable *tables = p->tables.items;
    g_autofree char *schemas = quote_names(p->schemas);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < p->tables.count; i++) {
        g_string_append(out, i ? ", " : "TABLE ");
        append_table(out, &tables[i]);
    }
    if (p->schemas.count)
        g_string_append_printf(out, "%sTABLES IN SCHEMA %s", out->len ? ", " : "", schemas);
    return g_string_free(out, FALSE);
}

static char *events(NameList publish)
{
    if (publish.count == 1 && g_str_equal(publish.names[0], "none"))
        return g_strdup("");
    GString *out = g_string_new(publish.count ? NULL : "insert, update, delete, truncate");
    for (guint i = 0; i < publish.count; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", publish.names[i]);
    return g_string_free(out, FALSE);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Publication *p = (const Publication *)object;
    g_autofree char *name = quote_name(object->name);
    g_autofree char *list = contents(p);
    g_autofree char *publish = events(p->publish);
    g_autoptr(GString) with = g_string_new(NULL);
    (void)options;
    if (p->publish.count)
        g_string_append_printf(with, ", publish = '%s'", publish);
    if (p->via_root)
        g_string_append(with, ", publish_via_partition_root = true");
    if (p->generated)
        g_string_append_printf(with, ", publish_generated_columns = %s", p->generated);
    script_add(script, "CREATE PUBLICATION %s%s%s%s%s%s", name,
               p->all_tables ? " FOR ALL TABLES" : "", *list ? " FOR " : "", list,
               with->len ? " WITH (" : "", with->len ? g_string_append_c(with, ')')->str + 2 : "");
}

static void alter_contents(Script *script, const char *name, const Publication *old,
                           const Publication *new)
{
    g_autofree char *before = contents(old);
    g_autofree char *after = contents(new);
    if (*after)
        script_add(script, "ALTER PUBLICATION %s SET %s", name, after);
    else if (*before && old->tables.count) { /* SET cannot say "nothing" */
        const PublishedTable *tables = old->tables.items;
        g_autoptr(GString) names = g_string_new(NULL);
        for (guint i = 0; i < old->tables.count; i++) {
            g_autofree char *table = quote_qualified(tables[i].table);
            g_string_append_printf(names, "%s%s", i ? ", " : "", table);
        }
        script_add(script, "ALTER PUBLICATION %s DROP TABLE %s", name, names->str);
    }
    if (!*after && old->schemas.count) {
        g_autofree char *schemas = quote_names(old->schemas);
        script_add(script, "ALTER PUBLICATION %s DROP TABLES IN SCHEMA %s", name, schemas);
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Publication *p = (const Publication *)change->to;
    g_autofree char *name = quote_name(change->to->name);
    g_autofree char *publish = events(p->publish);
    (void)options;
    if (change_has(change, "publish"))
        script_add(script, "ALTER PUBLICATION %s SET (publish = '%s')", name, publish);
    if (change_has(change, "via_root"))
        script_add(script, "ALTER PUBLICATION %s SET (publish_via_partition_root = %s)", name,
                   p->via_root ? "true" : "false");
    if (change_has(change, "generated"))
        script_add(script, "ALTER PUBLICATION %s SET (publish_generated_columns = %s)", name,
                   p->generated ? p->generated : "none");
    if (change_has(change, "tables") || change_has(change, "schemas"))
        alter_contents(script, name, (const Publication *)change->from, p);
}

static void rename_publication(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "PUBLICATION", from, to, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "PUBLICATION", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("PUBLICATION", object);
}

const KindSql kind_sql_PUBLICATION = {
    .create = create,
    .alter = alter,
    .rename = rename_publication,
    .drop = drop,
    .comment_target = comment_target,
};
