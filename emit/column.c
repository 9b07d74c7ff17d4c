/* Columns: added, dropped, renamed. What ALTER COLUMN does stands in column_alter.c.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#include "emit/column.h"

#include "emit/clause.h"
#include "emit/column_alter.h"
#include "emit/emission.h"
#include "emit/expression.h"
#include "emit/not_null.h"
#include "emit/quote.h"

static void add_column(Script *script, const Column *column, const EmitOptions *options)
{
    g_autofree char *definition = column_definition(column, options);
    if (column->not_null && !not_null_comes_later(column) && !column->default_expr &&
        !column->generated && !column->identity &&
        !emission_is_new(options, column->object.parent)) {
        g_autofree char *title = object_title(&column->object);
        script_note(script, false, "%s: fails if the table has rows; give the field a backfill",
                    title);
    }
    script_add_column(script, column->object.parent, definition);
    column_attributes(script, column, NULL, options);
}

/* Rows that are there get the value of the backfill, rows that come the default. */
static void add_filled(Script *script, const Column *column, const EmitOptions *options)
{
    const Object *table = column->object.parent;
    Column bare = *column;
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *value = column->default_expr ? expression_plain(column->default_expr) : NULL;
    bare.not_null = false;
    bare.default_expr = NULL;
    g_autofree char *definition = column_definition(&bare, options);
    script_add_column(script, table, definition);
    if (value && options->online)
        script_clause(script, table, "ALTER COLUMN %s SET DEFAULT %s", name, value);
    column_attributes(script, &bare, NULL, options);
    column_fill(script, column, options);
    if (value && !options->online)
        script_then(script, table, "ALTER COLUMN %s SET DEFAULT %s", name, value);
    if (column->not_null)
        not_null_set_safely(script, column, options);
    not_null_comment(script, column);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Column *column = (const Column *)object;
    if (column->backfill && !column->generated && !column->identity)
        add_filled(script, column, options);
    else
        add_column(script, column, options);
}

static void rename_column(Script *script, const Object *from, const Object *to)
{
    g_autofree char *table = quote_object(to->parent);
    g_autofree char *old = quote_name(from->name);
    g_autofree char *name = quote_name(to->name);
    if (((const Column *)to)->inherited)
        return;
    script_about(script, to->parent);
    script_add(script, "ALTER TABLE %s RENAME COLUMN %s TO %s", table, old, name);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quote_name(object->name);
    if (!options->emission || !options->emission->change->only) {
        script_clause(script, object->parent, "DROP COLUMN %s", name);
        return;
    }
    g_autofree char *table = quote_object(object->parent);
    script_about(script, object->parent);
    script_add(script, "ALTER TABLE ONLY %s DROP COLUMN %s", table, name);
}

static char *comment_target(const Object *object)
{
    g_autofree char *table = quote_object(object->parent);
    g_autofree char *name = quote_name(object->name);
    return g_strdup_printf("COLUMN %s.%s", table, name);
}

const KindSql kind_sql_COLUMN = {
    .create = create,
    .alter = column_alter,
    .rename = rename_column,
    .drop = drop,
    .comment_target = comment_target,
    .content = "values",
};
