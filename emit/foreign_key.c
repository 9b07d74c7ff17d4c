/* Foreign keys. Online they come without a look at the rows, which is taken at the end under a lock
 * that hinders nobody.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/quote.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

#include <string.h>

/* "(a, b)", PERIOD before the last one where it asks for it. */
static void append_columns(GString *out, NameList columns, bool period)
{
    g_string_append(out, " (");
    for (guint i = 0; i < columns.count; i++) {
        g_string_append(out, i ? ", " : "");
        g_string_append(out, period && i + 1 == columns.count ? "PERIOD " : "");
        identifier_append(out, columns.names[i]);
    }
    g_string_append_c(out, ')');
}

static void append_word(GString *out, const char *clause, const char *word)
{
    if (!word)
        return;
    g_autofree char *upper = clause_word(word);
    g_string_append_printf(out, " %s %s", clause, upper);
}

static char *definition(const ForeignKey *fk)
{
    g_autofree char *name = quote_name(fk->object.name);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "CONSTRAINT %s FOREIGN KEY", name);
    append_columns(out, fk->columns, fk->period);
    g_string_append(out, " REFERENCES ");
    identifier_append_qualified(out, fk->references);
    if (fk->referenced_columns.count)
        append_columns(out, fk->referenced_columns, fk->period);
    append_word(out, "MATCH", fk->match);
    append_word(out, "ON UPDATE", fk->on_update);
    append_word(out, "ON DELETE", fk->on_delete);
    if (fk->on_delete_columns.count)
        append_columns(out, fk->on_delete_columns, false);
    clause_append_deferrable(out, fk->deferrable);
    if (fk->not_enforced)
        g_string_append(out, " NOT ENFORCED");
    return g_string_free(out, FALSE);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const ForeignKey *fk = (const ForeignKey *)object;
    g_autofree char *text = definition(fk);
    if (fk->not_enforced) {
        script_constraint(script, object->parent, "%s", text);
    } else if (fk->not_valid) { /* inside of CREATE TABLE it would come out as valid */
        script_then(script, object->parent, "ADD %s NOT VALID", text);
    } else if (emission_is_online(options, object)) {
        g_autofree char *table = quote_object(object->parent);
        g_autofree char *name = quote_name(object->name);
        script_constraint(script, object->parent, "%s NOT VALID", text);
        script_last(script, object->parent, "ALTER TABLE %s VALIDATE CONSTRAINT %s", table, name);
    } else {
        script_constraint(script, object->parent, "%s", text);
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const ForeignKey *to = (const ForeignKey *)change->to;
    const Object *table = change->to->parent;
    g_autofree char *name = quote_name(change->to->name);
    if (change_has(change, "deferrable")) {
        g_autoptr(GString) clause = g_string_new(NULL);
        clause_append_deferrable(clause, to->deferrable);
        script_clause(script, table, "ALTER CONSTRAINT %s%s", name,
                      clause->len ? clause->str : " NOT DEFERRABLE");
    }
    if (change_has(change, "not_enforced"))
        script_clause(script, table, "ALTER CONSTRAINT %s %s", name,
                      to->not_enforced ? "NOT ENFORCED" : "ENFORCED");
    if (!change_has(change, "not_valid") || to->not_valid)
        return;
    if (options->online) {
        g_autofree char *table_name = quote_object(table);
        script_last(script, table, "ALTER TABLE %s VALIDATE CONSTRAINT %s", table_name, name);
    } else {
        script_clause(script, table, "VALIDATE CONSTRAINT %s", name);
    }
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    clause_drop_constraint(script, object);
}

const KindSql kind_sql_FOREIGN_KEY = {
    .create = create,
    .alter = alter,
    .rename = clause_rename_constraint,
    .drop = drop,
    .comment_target = clause_constraint_target,
};
