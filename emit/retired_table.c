#include "emit/retired_table.h"

#include "emit/emission.h"
#include "emit/quote.h"
#include "emit/type_change.h"
#include "schema/kinds.h"

static const Object *retired_of_name(const Plan *plan, QualifiedName name)
{
    for (guint i = 0; name.name && i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        if (change->op == CHANGE_OP_RETIRE && object_kind(change->from) == KIND_TABLE &&
            change->from->schema == name.schema && change->from->name == name.name)
            return change->from;
    }
    return NULL;
}

/* The retired table whose partition it is, at any depth; or the table itself. */
static const Object *root_of(const EmitOptions *options, const Object *table)
{
    for (const Object *root = table; root;) {
        table = root;
        root = retired_of_name(options->emission->plan, ((const Table *)table)->partition_of);
    }
    return table;
}

/* Sequences that stay are owned by nobody in between: else they would move along. */
static void free_sequences(Script *script, const Change *change, const Plan *plan)
{
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *other = g_ptr_array_index(plan->changes, i);
        const Sequence *s = (const Sequence *)other->to;
        if (!other->completes || object_kind(other->to) != KIND_SEQUENCE || !s->owned_by_column ||
            s->owned_by_table.name != change->to->name ||
            s->owned_by_table.schema != change->to->schema)
            continue;
        g_autofree char *name = quote_object(other->to);
        script_add(script, "ALTER SEQUENCE %s OWNED BY NONE", name);
    }
}

/* A partition leaves its place to the new one, unless its table makes way, too. */
static void leave_place(Script *script, const Object *table, const char *name)
{
    QualifiedName parent = ((const Table *)table)->partition_of;
    if (!parent.name)
        return;
    g_autofree char *from = quote_qualified(parent);
    script_add(script, "ALTER TABLE %s DETACH PARTITION %s", from, name);
}

void retired_table_aside(Script *script, const Change *change, const EmitOptions *options)
{
    const Object *root = root_of(options, change->from);
    g_autofree char *name = quote_object(change->from);
    g_autofree char *aside = retired_name(root);
    g_autofree char *schema = quote_name(aside);
    if (root == change->from) {
        leave_place(script, root, name);
        script_add(script, "CREATE SCHEMA %s", schema);
    }
    free_sequences(script, change, options->emission->plan);
    script_about(script, change->from);
    script_add(script, "ALTER TABLE %s SET SCHEMA %s", name, schema);
}

static const Column *counterpart(const Object *table, const Object *column)
{
    guint position = 0;
    for (const Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        if (c->name == column->name)
            return (const Column *)c;
    return NULL;
}

/* What a column of the new table gets; NULL: its default. Freed with g_free. */
static char *value_for(const Plan *plan, const Object *old, const Column *column)
{
    const Column *before = counterpart(old, &column->object);
    if (column->generated)
        return NULL;
    if (!before)
        return g_strdup(column->backfill);
    return type_change_value(plan, before, column);
}

static void note_losses(Script *script, const Plan *plan, const Object *old, const Object *new)
{
    guint position = 0;
    for (const Object *c; (c = object_child(new, KIND_COLUMN, &position));) {
        const Column *before = counterpart(old, c);
        if (before)
            type_change_note(script, plan, before, (const Column *)c);
    }
}

static void copy_rows(Script *script, const Plan *plan, const Object *old, const char *old_name,
                      const Object *new)
{
    g_autofree char *new_name = quote_object(new);
    g_autoptr(GString) columns = g_string_new(NULL);
    g_autoptr(GString) values = g_string_new(NULL);
    bool identity = false;
    guint position = 0;
    for (const Object *c; (c = object_child(new, KIND_COLUMN, &position));) {
        g_autofree char *value = value_for(plan, old, (const Column *)c);
        g_autofree char *name = quote_name(c->name);
        if (!value)
            continue;
        g_string_append_printf(columns, "%s%s", columns->len ? ", " : "", name);
        g_string_append_printf(values, "%s%s", values->len ? ", " : "", value);
        identity |= ((const Column *)c)->identity != NULL;
    }
    if (!columns->len)
        return;
    note_losses(script, plan, old, new);
    script_about(script, new);
    script_add(script, "INSERT INTO %s (%s)%s\nSELECT %s FROM %s", new_name, columns->str,
               identity ? " OVERRIDING SYSTEM VALUE" : "", values->str, old_name);
}

/* Numbering goes on where it was. */
static void copy_numbering(Script *script, const Object *old, const char *old_name,
                           const Object *new)
{
    g_autofree char *name = quote_object(new);
    g_autofree char *new_text = quote_literal(name);
    g_autofree char *old_text = quote_literal(old_name);
    guint position = 0;
    for (const Object *c; (c = object_child(new, KIND_COLUMN, &position));) {
        const Column *before = counterpart(old, c);
        g_autofree char *column = quote_literal(c->name);
        if (((const Column *)c)->identity && before && before->identity)
            script_add(script,
                       "SELECT setval(pg_get_serial_sequence(%s, %s),\n"
                       "              nextval(pg_get_serial_sequence(%s, %s)), false)",
                       new_text, column, old_text, column);
    }
}

void retired_table_drop(Script *script, const Change *change, const EmitOptions *options)
{
    const Object *old = change->from;
    g_autofree char *aside = retired_name(old);
    g_autofree char *schema = quote_name(aside);
    g_autofree char *name = quote_qualified((QualifiedName){aside, old->name});
    copy_rows(script, options->emission->plan, old, name, change->to);
    copy_numbering(script, old, name, change->to);
    script_add(script, "DROP TABLE %s", name);
    script_add(script, "DROP SCHEMA %s", schema);
}
