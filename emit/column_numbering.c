#include "emit/column_numbering.h"

#include "emit/clause.h"
#include "emit/column.h"
#include "emit/numbering.h"
#include "emit/quote.h"
#include "schema/default_names.h"

#include <string.h>

/* The sequence of an identity column, as an SQL expression. */
static char *sequence_call(const Column *column)
{
    g_autofree char *table = quote_object(column->object.parent);
    g_autofree char *table_literal = quote_literal(table);
    g_autofree char *column_literal = quote_literal(column->object.name);
    return g_strdup_printf("pg_get_serial_sequence(%s, %s)", table_literal, column_literal);
}

char *column_sequence(const Column *column)
{
    QualifiedName name = column->identity_sequence;
    g_autofree char *own = default_first_sequence_name(&column->object);
    if (!name.name)
        name = (QualifiedName){column->object.schema, own};
    return quote_qualified(name);
}

static void set_comment(Script *script, const Column *column)
{
    g_autofree char *name = column_sequence(column);
    g_autofree char *text =
        column->identity_comment ? quote_literal(column->identity_comment) : NULL;
    script_after(script, "COMMENT ON SEQUENCE %s IS %s", name, text ? text : "NULL");
}

void column_comment_sequence(Script *script, const Column *column)
{
    if (column->identity && column->identity_comment)
        set_comment(script, column);
}

static void add_identity(Script *script, const Column *column)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *sequence = sequence_call(column);
    column_append_identity(out, column);
    script_then(script, column->object.parent, "ALTER COLUMN %s ADD%s", name, out->str);
    numbering_continue(script, sequence, &column->sequence, column);
    column_comment_sequence(script, column);
}

/* Only where the model names a sequence; a database's own name is left as it is. */
static void rename_sequence(Script *script, const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    if (!change_has(change, "identity_sequence") || !from->identity_sequence.name ||
        !to->identity_sequence.name)
        return;
    g_autofree char *old = quote_qualified(from->identity_sequence);
    g_autofree char *name = quote_name(to->identity_sequence.name);
    if (from->identity_sequence.name != to->identity_sequence.name)
        script_add(script, "ALTER SEQUENCE %s RENAME TO %s", old, name);
}

/* A sequence whose name the model does not give keeps the one it has. */
static void change_comment(Script *script, const Change *change)
{
    Column column = *(const Column *)change->to;
    if (!column.identity_sequence.name)
        column.identity_sequence = ((const Column *)change->from)->identity_sequence;
    if (change_has(change, "identity_comment"))
        set_comment(script, &column);
}

static void change_identity(Script *script, const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    g_autofree char *name = quote_name(to->object.name);
    g_autofree char *sequence = sequence_call(to);
    g_autofree char *clauses =
        numbering_change(&from->sequence, &to->sequence, from->type, to->type, "SET ");
    rename_sequence(script, change);
    if (*clauses)
        numbering_fit(script, sequence, &from->sequence, &to->sequence, from->type, to->type);
    if (strcmp(from->identity, to->identity) == 0 && !*clauses)
        return;
    g_autofree char *kind = clause_word(to->identity);
    bool set = strcmp(from->identity, to->identity) != 0;
    script_clause(script, to->object.parent, "ALTER COLUMN %s %s%s%s%s", name,
                  set ? "SET GENERATED " : "", set ? kind : "", set && *clauses ? " " : "",
                  clauses);
}

void column_number(Script *script, const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    if (!to->identity)
        return;
    if (!from->identity) {
        add_identity(script, to);
        return;
    }
    change_identity(script, change);
    change_comment(script, change);
}
