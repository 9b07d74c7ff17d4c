/* CREATE TYPE … AS RANGE.
 * https://www.postgresql.org/docs/current/sql-createtype.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void parameter(GString *out, const char *key, QualifiedName value)
{
    if (!value.name)
        return;
    g_autofree char *name = quote_qualified(value);
    g_string_append_printf(out, ", %s = %s", key, name);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Range *range = (const Range *)object;
    g_autofree char *name = quote_object(object);
    g_autoptr(GString) list = g_string_new(NULL);
    g_string_append_printf(list, "SUBTYPE = %s", range->subtype);
    parameter(list, "SUBTYPE_OPCLASS", range->opclass);
    parameter(list, "COLLATION", range->collation);
    parameter(list, "CANONICAL", range->canonical);
    parameter(list, "SUBTYPE_DIFF", range->subtype_diff);
    if (options->server_version == 0 || options->server_version >= 140000)
        parameter(list, "MULTIRANGE_TYPE_NAME", range->multirange);
    script_add(script, "CREATE TYPE %s AS RANGE (%s)", name, list->str);
}

/* The multirange type keeps its name when the range is renamed, so that a new name of the range's
 * alone asks for the one that PostgreSQL would have made. */
static void rename_range(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TYPE", from, to, NULL);
    const Range *range = (const Range *)from;
    g_autofree char *old = range_multirange_name(from->name);
    g_autofree char *new = range_multirange_name(to->name);
    if (range->multirange.name)
        return;
    g_autofree char *old_name = quote_qualified((QualifiedName){from->schema, old});
    g_autofree char *here = quote_qualified((QualifiedName){from->schema, new});
    g_autofree char *new_name = quote_name(new);
    g_autofree char *schema = quote_name(to->schema);
    if (from->name != to->name)
        script_add(script, "ALTER TYPE %s RENAME TO %s", old_name, new_name);
    if (from->schema != to->schema)
        script_add(script, "ALTER TYPE %s SET SCHEMA %s", here, schema);
}

/* Its functions do not follow a type to another name, and those of the multirange type have no
 * argument that could tell them from the new ones. */
static void retire(Script *script, const Change *change, const EmitOptions *options)
{
    static const char *const arguments[] = {"", "%s", "VARIADIC %s[]"};
    const Range *range = (const Range *)change->from;
    g_autofree char *aside = retired_name(change->from);
    g_autofree char *aside_name = quote_name(aside);
    g_autofree char *range_aside = quote_qualified((QualifiedName){change->from->schema, aside});
    g_autofree char *made = range_multirange_name(change->from->name);
    QualifiedName multirange = range->multirange;
    if (!multirange.name)
        multirange = (QualifiedName){change->from->schema, made};
    g_autofree char *name = quote_qualified(multirange);
    g_autofree char *new_name = range_multirange_name(aside);
    g_autofree char *new_quoted = quote_name(new_name);
    g_autofree char *here = quote_object(change->from);
    script_add(script, "ALTER TYPE %s RENAME TO %s", here, aside_name);
    if (options->server_version > 0 && options->server_version < 140000)
        return;
    script_add(script, "ALTER TYPE %s RENAME TO %s", name, new_quoted);
    for (size_t i = 0; i < G_N_ELEMENTS(arguments); i++) {
        g_auto(GStrv) parts = g_strsplit(arguments[i], "%s", -1);
        g_autofree char *list = g_strjoinv(range_aside, parts);
        script_add(script, "ALTER FUNCTION %s(%s) RENAME TO %s", name, list, new_quoted);
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

const KindSql kind_sql_RANGE = {
    .create = create,
    .rename = rename_range,
    .drop = drop,
    .retire = retire,
    .comment_target = comment_target,
};
