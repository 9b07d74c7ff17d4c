/* Sequences.
 * https://www.postgresql.org/docs/current/sql-createsequence.html */
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/numbering.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

/* Without its owner: the column comes after it. */
static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Sequence *sequence = (const Sequence *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *clauses = numbering_options(&sequence->options);
    (void)options;
    script_add(script, "CREATE %sSEQUENCE %s%s%s%s%s", sequence->unlogged ? "UNLOGGED " : "", name,
               sequence->type ? " AS " : "", sequence->type ? sequence->type : "",
               *clauses ? " " : "", clauses);
}

static const Object *owner_of(const Sequence *sequence, const State *state)
{
    if (!state || !sequence->owned_by_column)
        return NULL;
    QualifiedName name = sequence->owned_by_table;
    const Object *table = state_find(state, KIND_TABLE, name.schema, name.name);
    return table ? state_find_child(state, KIND_COLUMN, table, sequence->owned_by_column) : NULL;
}

/* ALTER SEQUENCE … OWNED BY; a sequence that is new goes on after the values that are there. */
static void emit_owned_by(Script *script, const Sequence *sequence, const EmitOptions *options)
{
    g_autofree char *name = quote_object(&sequence->object);
    if (!sequence->owned_by_column) {
        script_add(script, "ALTER SEQUENCE %s OWNED BY NONE", name);
        return;
    }
    g_autofree char *table = quote_qualified(sequence->owned_by_table);
    g_autofree char *column = quote_name(sequence->owned_by_column);
    script_add(script, "ALTER SEQUENCE %s OWNED BY %s.%s", name, table, column);
    const Object *owner =
        options->emission ? owner_of(sequence, options->emission->plan->to) : NULL;
    if (owner && emission_is_new(options, &sequence->object) && !emission_is_new(options, owner)) {
        g_autofree char *literal = quote_literal(name);
        numbering_continue(script, literal, &sequence->options, (const Column *)owner);
    }
}

static void alter_options(Script *script, const Change *change)
{
    const Sequence *from = (const Sequence *)change->from;
    const Sequence *to = (const Sequence *)change->to;
    g_autofree char *name = quote_object(change->to);
    g_autofree char *literal = quote_literal(name);
    g_autofree char *clauses =
        numbering_change(&from->options, &to->options, from->type, to->type, "");
    bool typed = g_strcmp0(from->type, to->type) != 0;
    if (!typed && !*clauses)
        return;
    numbering_fit(script, literal, &from->options, &to->options, from->type, to->type);
    script_add(script, "ALTER SEQUENCE %s%s%s%s%s", name, typed ? " AS " : "",
               typed ? (to->type ? to->type : "bigint") : "", *clauses ? " " : "", clauses);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Sequence *to = (const Sequence *)change->to;
    alter_options(script, change);
    if (change_has(change, "unlogged")) {
        g_autofree char *name = quote_object(change->to);
        script_add(script, "ALTER SEQUENCE %s SET %s", name, to->unlogged ? "UNLOGGED" : "LOGGED");
    }
    if (change_has(change, "owned_by_table") || change_has(change, "owned_by_column"))
        emit_owned_by(script, to, options);
}

/* A sequence that a column owns goes into another schema with its table, and not by itself. */
static void rename_sequence(Script *script, const Object *from, const Object *to)
{
    Object here = *to;
    if (((const Sequence *)from)->owned_by_table.name)
        here.schema = from->schema;
    plain_rename(script, "SEQUENCE", from, &here, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "SEQUENCE", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("SEQUENCE", object);
}

const KindSql kind_sql_SEQUENCE = {
    .create = create,
    .alter = alter,
    .rename = rename_sequence,
    .drop = drop,
    .comment_target = comment_target,
};
