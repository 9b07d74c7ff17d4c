#include "emit/column_alter.h"

#include "emit/clause.h"
#include "emit/column.h"
#include "emit/column_numbering.h"
#include "emit/emission.h"
#include "emit/expression.h"
#include "emit/not_null.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "emit/type_change.h"
#include "schema/identifier.h"
#include "schema/sqltext.h"

#include <string.h>

/* The change of one column, taken apart. */
typedef struct Alteration {
    const Change *change;
    const Column *from;
    const Column *to;
    const Object *table;
    char *name; /* quoted */
    bool retypes;
    const EmitOptions *options;
} Alteration;

static bool is_deferred(const Object *fk)
{
    return g_strcmp0(((const ForeignKey *)fk)->deferrable, "initially deferred") == 0;
}

/* ALTER TABLE refuses to run while checks of a foreign key are still to come. */
static void settle_deferred(Script *script, const Column *column)
{
    guint position = 0;
    for (const Object *fk; (fk = object_child(column->object.parent, KIND_FOREIGN_KEY, &position));)
        if (is_deferred(fk) &&
            name_list_contains(((const ForeignKey *)fk)->columns, column->object.name)) {
            script_fill(script, column->object.parent, "SET CONSTRAINTS ALL IMMEDIATE");
            return;
        }
}

void column_fill(Script *script, const Column *column, const EmitOptions *options)
{
    const Object *table = column->object.parent;
    g_autofree char *table_name = quote_object(table);
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *value = expression_plain(column->backfill);
    if (options->online && !emission_is_new(options, table)) {
        script_close(script);
        script_step(script);
        script_about(script, table);
        script_add(script, "UPDATE %s SET %s = %s WHERE %s IS NULL", table_name, name, value, name);
        script_step(script);
        return;
    }
    script_fill(script, table, "UPDATE %s SET %s = %s WHERE %s IS NULL", table_name, name, value,
                name);
    if (!emission_is_new(options, &column->object))
        settle_deferred(script, column);
}

static void clause(Script *script, const Alteration *a, const char *what)
{
    script_clause(script, a->table, "ALTER COLUMN %s %s", a->name, what);
}

/* Whether this change, or the one that it makes way for, gives the column another type. */
static bool is_retyped_next(const Alteration *a)
{
    const Object *last = state_find_same(a->options->emission->plan->to, &a->to->object);
    return a->retypes || (last && strcmp(((const Column *)last)->type, a->to->type) != 0);
}

/* What has to be gone before the type can change or numbering begin. */
static void give_up(Script *script, const Alteration *a)
{
    bool drops = a->from->default_expr && (a->retypes || !a->to->default_expr);
    if (a->from->generated && !a->to->generated) {
        clause(script, a, "DROP EXPRESSION");
        if (is_retyped_next(a)) /* PostgreSQL looks at the column as it is before the statement */
            script_close(script);
    }
    if (a->from->identity && !a->to->identity) {
        clause(script, a, "DROP IDENTITY");
        if (a->retypes)
            script_close(script);
    }
    if (drops && !a->from->generated)
        clause(script, a, "DROP DEFAULT");
}

static void change_type(Script *script, const Alteration *a)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *using = type_change_using(a->options->emission->plan, a->change);
    g_string_append_printf(out, "TYPE %s", a->to->type);
    clause_append_collation(out, a->to->collation);
    if (using)
        g_string_append_printf(out, " USING %s", using);
    type_change_note(script, a->options->emission->plan, a->from, a->to);
    clause(script, a, out->str);
}

static void change_null(Script *script, const Alteration *a)
{
    if (!change_has(a->change, "not_null")) {
        if (a->to->not_null)
            not_null_alter(script, a->change, a->options);
        return;
    }
    if (!a->to->not_null) {
        clause(script, a, "DROP NOT NULL");
        return;
    }
    if (a->to->backfill && !a->to->generated) {
        script_close(script); /* a new type must be there */
        column_fill(script, a->to, a->options);
    }
    not_null_set_safely(script, a->to, a->options);
}

static void set_default(Script *script, const Alteration *a)
{
    bool again = a->retypes && a->from->default_expr;
    bool none = !a->to->default_expr && !a->from->default_expr;
    if (none && change_has(a->change, "default")) /* it came from the table above */
        clause(script, a, "DROP DEFAULT");
    if (!a->to->default_expr || a->to->generated || !(again || change_has(a->change, "default")))
        return;
    g_autofree char *value = expression_plain(a->to->default_expr);
    g_autofree char *text = g_strdup_printf("SET DEFAULT %s", value);
    clause(script, a, text);
}

static void change_fdw_options(Script *script, const Alteration *a)
{
    if (!change_has(a->change, "fdw_options"))
        return;
    g_autofree char *list = plain_options_change(a->from->fdw_options, a->to->fdw_options);
    clause(script, a, list);
}

/* A new type brings its own storage and compression. */
static void change_storage(Script *script, const Alteration *a)
{
    bool again = a->retypes && a->to->storage;
    if ((a->to->storage && again) ||
        (change_has(a->change, "storage") && (a->to->storage || !a->retypes))) {
        g_autofree char *word = column_storage(script, a->to, a->options);
        g_autofree char *text = g_strdup_printf("SET STORAGE %s", word);
        clause(script, a, text);
    }
    if (change_has(a->change, "compression") || (a->retypes && a->to->compression)) {
        const char *method = a->to->compression ? a->to->compression : "default";
        g_autofree char *text = g_strdup_printf("SET COMPRESSION %s", method);
        clause(script, a, text);
    }
}

static void change_statistics(Script *script, const Alteration *a)
{
    if (change_has(a->change, "statistics")) {
        const char *target = a->to->statistics ? a->to->statistics : "-1";
        g_autofree char *text = g_strdup_printf("SET STATISTICS %s", target);
        clause(script, a, text);
    }
    if (change_has(a->change, "options")) {
        g_autofree char *reset = NULL;
        g_autofree char *set = NULL;
        clause_options_change(a->from->options, a->to->options, &reset, &set);
        if (reset)
            clause(script, a, reset);
        if (set)
            clause(script, a, set);
    }
}

void column_alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Column *to = (const Column *)change->to;
    g_autofree char *name = quote_name(to->object.name);
    Alteration a = {
        .change = change,
        .from = (const Column *)change->from,
        .to = to,
        .table = to->object.parent,
        .name = name,
        .retypes = change_has(change, "type") || change_has(change, "collation"),
        .options = options,
    };
    give_up(script, &a);
    if (a.retypes)
        change_type(script, &a);
    change_null(script, &a);
    set_default(script, &a);
    column_number(script, change);
    change_storage(script, &a);
    change_fdw_options(script, &a);
    change_statistics(script, &a);
    not_null_comment_alter(script, change);
}
