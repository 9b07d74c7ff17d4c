/* CREATE VIEW and CREATE MATERIALIZED VIEW.
 * https://www.postgresql.org/docs/current/sql-createview.html
 * https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
#include "emit/array_cast.h"
#include "emit/clause.h"
#include "emit/column_settings.h"
#include "emit/emit.h"
#include "emit/pairs.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

/* " (a, b)" of given column names, else "". */
static char *column_list(NameList columns)
{
    if (columns.count == 0)
        return g_strdup("");
    g_autofree char *names = quote_names(columns);
    return g_strdup_printf(" (%s)", names);
}

/* COMMENT ON COLUMN for what differs between two lists of "column=text". */
static void column_comments(Script *script, const Object *object, NameList from, NameList to)
{
    g_autofree char *view = quote_object(object);
    g_autoptr(GArray) changes = pairs_change(from, to);
    for (guint i = 0; i < changes->len; i++) {
        const PairChange *c = &g_array_index(changes, PairChange, i);
        g_autofree char *column = quote_name(c->key);
        g_autofree char *text = c->value ? quote_literal(c->value) : g_strdup("NULL");
        script_after(script, "COMMENT ON COLUMN %s.%s IS %s", view, column, text);
    }
}

/* ---- views ---- */

static const char *default_of(const View *view, const char *column)
{
    const ViewDefault *d = view->column_defaults.items;
    for (guint i = 0; i < view->column_defaults.count; i++)
        if (strcmp(d[i].column, column) == 0)
            return d[i].default_expr;
    return NULL;
}

/* `from` is NULL for a new view. */
static void column_defaults(Script *script, const View *from, const View *to)
{
    const ViewDefault *new = to->column_defaults.items;
    const ViewDefault *old = from ? from->column_defaults.items : NULL;
    g_autofree char *name = quote_object(&to->object);
    for (guint i = 0; from && i < from->column_defaults.count; i++) {
        g_autofree char *column = quote_name(old[i].column);
        if (!default_of(to, old[i].column))
            script_add(script, "ALTER VIEW %s ALTER COLUMN %s DROP DEFAULT", name, column);
    }
    for (guint i = 0; i < to->column_defaults.count; i++) {
        const char *before = from ? default_of(from, new[i].column) : NULL;
        g_autofree char *column = quote_name(new[i].column);
        if (g_strcmp0(before, new[i].default_expr) != 0)
            script_add(script, "ALTER VIEW %s ALTER COLUMN %s SET DEFAULT %s", name, column,
                       new[i].default_expr);
    }
}

static void write_view(Script *script, const char *verb, const View *view)
{
    g_autofree char *name = quote_object(&view->object);
    g_autofree char *columns = column_list(view->columns);
    g_autoptr(GString) with = g_string_new(NULL);
    clause_append_with(with, view->options);
    g_autofree char *definition = array_casts_kept(view->definition);
    script_add(script, "%s VIEW %s%s%s AS\n%s", verb, name, columns, with->str, definition);
}

static void create_view(Script *script, const Object *object, const EmitOptions *options)
{
    const View *view = (const View *)object;
    (void)options;
    write_view(script, "CREATE", view);
    column_defaults(script, NULL, view);
    column_comments(script, object, (NameList){0, NULL}, view->column_comments);
}

/* CREATE OR REPLACE gives the view its options too. */
static void alter_view(Script *script, const Change *change, const EmitOptions *options)
{
    const View *from = (const View *)change->from;
    const View *to = (const View *)change->to;
    (void)options;
    if (change_has(change, "definition"))
        write_view(script, "CREATE OR REPLACE", to);
    else if (change_has(change, "options"))
        clause_alter_options(script, "VIEW", change->to, from->options, to->options);
    if (change_has(change, "column_defaults"))
        column_defaults(script, from, to);
    if (change_has(change, "column_comments"))
        column_comments(script, change->to, from->column_comments, to->column_comments);
}

static void rename_view(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "VIEW", from, to, NULL);
}

static void drop_view(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "VIEW", object);
}

static char *view_target(const Object *object)
{
    return plain_target("VIEW", object);
}

const KindSql kind_sql_VIEW = {
    .create = create_view,
    .alter = alter_view,
    .rename = rename_view,
    .drop = drop_view,
    .comment_target = view_target,
};

/* ---- materialized views ---- */

static void create_materialized(Script *script, const Object *object, const EmitOptions *options)
{
    const MaterializedView *view = (const MaterializedView *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *columns = column_list(view->columns);
    g_autoptr(GString) head = g_string_new(NULL);
    g_string_append_printf(head, "CREATE MATERIALIZED VIEW %s%s", name, columns);
    if (view->access_method) {
        g_autofree char *method = quote_name(view->access_method);
        g_string_append_printf(head, " USING %s", method);
    }
    clause_append_with(head, view->options);
    if (view->tablespace) {
        g_autofree char *tablespace = quote_name(view->tablespace);
        g_string_append_printf(head, " TABLESPACE %s", tablespace);
    }
    g_autofree char *definition = array_casts_kept(view->definition);
    script_add(script, "%s AS\n%s%s", head->str, definition,
               view->with_no_data ? "\nWITH NO DATA" : "");
    column_settings_change(script, object, (ItemList){0, NULL}, view->column_settings, options);
    column_comments(script, object, (NameList){0, NULL}, view->column_comments);
}

static void alter_materialized(Script *script, const Change *change, const EmitOptions *options)
{
    const MaterializedView *from = (const MaterializedView *)change->from;
    const MaterializedView *to = (const MaterializedView *)change->to;
    if (change_has(change, "options"))
        clause_alter_options(script, "MATERIALIZED VIEW", change->to, from->options, to->options);
    if (change_has(change, "tablespace"))
        clause_alter_tablespace(script, "MATERIALIZED VIEW", change->to, to->tablespace);
    if (change_has(change, "column_settings"))
        column_settings_change(script, change->to, from->column_settings, to->column_settings,
                               options);
    if (change_has(change, "column_comments"))
        column_comments(script, change->to, from->column_comments, to->column_comments);
}

static void rename_materialized(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "MATERIALIZED VIEW", from, to, NULL);
}

static void drop_materialized(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "MATERIALIZED VIEW", object);
}

static char *materialized_target(const Object *object)
{
    return plain_target("MATERIALIZED VIEW", object);
}

const KindSql kind_sql_MATERIALIZED_VIEW = {
    .create = create_materialized,
    .alter = alter_materialized,
    .rename = rename_materialized,
    .drop = drop_materialized,
    .comment_target = materialized_target,
};
