#include "emit/part.h"

#include "emit/clause.h"
#include "emit/quote.h"
#include "schema/default_names.h"
#include "schema/kinds.h"

#include <string.h>

static const Object *above_of(const EmitOptions *options, const Object *object)
{
    if (!options->emission || !part_attached_to(object))
        return NULL;
    return part_above(options->emission->plan->to, object);
}

static const GPtrArray *below_of(const EmitOptions *options, const Object *object)
{
    return options->emission->parts->below[object->index];
}

static bool is_partitioned(const Object *table)
{
    return object_kind(table) == KIND_TABLE && ((const Table *)table)->partition_by;
}

static bool is_online(const EmitOptions *options, const Object *object)
{
    const Table *table = (const Table *)object->parent;
    return options->online && !table->partitions_open && !emission_is_new(options, &table->object);
}

void part_note_open(Script *script, const Object *object, const EmitOptions *options)
{
    const Table *table = (const Table *)object->parent;
    if (options->online && is_partitioned(object->parent) && table->partitions_open &&
        !emission_is_new(options, object->parent))
        script_note(script, false,
                    "NOT ONLINE: %s is built in all partitions at once, since the models leave "
                    "them open",
                    object->name);
}

static bool change_is_by_parts(const EmitOptions *options)
{
    const Change *change = options->emission->change;
    return change && change->op == CHANGE_OP_CREATE && change->by_parts;
}

bool part_creates_only(const EmitOptions *options, const Object *object)
{
    if (!options->emission || !is_partitioned(object->parent))
        return false;
    if (part_is_only(object) || options->emission->by_parts)
        return true;
    const GPtrArray *below = below_of(options, object);
    return below && (change_is_by_parts(options) || is_online(options, object));
}

void part_create_only(Script *script, const Object *object, const char *definition)
{
    g_autofree char *table = quote_object(object->parent);
    script_about(script, object->parent);
    script_add(script, "ALTER TABLE ONLY %s ADD %s", table, definition);
}

static void attach(Script *script, const Object *part, const Object *above)
{
    g_autofree char *name = clause_full_name(part);
    g_autofree char *above_name = clause_full_name(above);
    script_about(script, above->parent);
    script_add(script, "ALTER INDEX %s ATTACH PARTITION %s", above_name, name);
}

/* What has a change of its own attaches itself; a partition that comes later has its parts. */
static bool is_ours(const EmitOptions *options, const Object *part)
{
    const Emission *emission = options->emission;
    if (g_hash_table_contains(emission->created, part) ||
        g_hash_table_contains(emission->altered, part))
        return false;
    return change_is_by_parts(options) || !emission_is_new(options, part->parent);
}

static void create_below(Script *script, const Object *object, const EmitOptions *options)
{
    Emission *emission = options->emission;
    const GPtrArray *below = below_of(options, object);
    bool outer = emission->by_parts;
    emission->by_parts = true;
    for (guint i = 0; below && i < below->len; i++) {
        const Object *part = g_ptr_array_index(below, i);
        if (is_ours(options, part))
            emission_create(script, part, options);
    }
    emission->by_parts = outer;
}

void part_created(Script *script, const Object *object, const EmitOptions *options)
{
    const Object *above = above_of(options, object);
    if (part_creates_only(options, object))
        create_below(script, object, options);
    else if (options->emission)
        g_hash_table_add(options->emission->whole, (gpointer)object);
    if (above && !g_hash_table_contains(options->emission->joining, object->parent))
        attach(script, object, above);
}

void part_alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Object *above = above_of(options, change->to);
    if (!change_has(change, "attached_to") || !above ||
        g_hash_table_contains(options->emission->joining, change->to->parent) ||
        g_hash_table_contains(options->emission->whole, above))
        return;
    script_close(script);
    attach(script, change->to, above);
}

void part_take_over(Script *script, const Change *change)
{
    const KeyConstraint *key = (const KeyConstraint *)change->to;
    g_autofree char *index = quote_name(change->from->name);
    g_autofree char *name = quote_name(change->to->name);
    g_autoptr(GString) tail = g_string_new(NULL);
    clause_append_deferrable(tail, key->deferrable);
    script_clause(script, change->to->parent, "ADD CONSTRAINT %s %s USING INDEX %s%s", name,
                  object_kind(change->to) == KIND_PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE", index,
                  tail->str);
}

/* Indexes may come later, with their parts. "(1, to_regclass('public.i'), 'p_a_idx1')" for each
 * part of the table that is numbered with this. */
static char *names_of_parts(const Object *numbered, const EmitOptions *options)
{
    GString *rows = g_string_new(NULL);
    g_autofree char *first = default_first_name(numbered);
    const GPtrArray *children = numbered->parent->children;
    guint number = 0;
    for (guint i = 0; i < children->len; i++) {
        const Object *part = g_ptr_array_index(children, i);
        const Object *above = kind_attaches(object_kind(part)) ? above_of(options, part) : NULL;
        g_autofree char *other = above ? default_first_name(part) : NULL;
        if (!other || strcmp(first, other) != 0)
            continue;
        g_hash_table_add(options->emission->named, (gpointer)part);
        g_autofree char *above_name = clause_full_name(above);
        g_autofree char *above_literal = quote_literal(above_name);
        g_autofree char *name = quote_literal(part->name);
        g_string_append_printf(rows, "%s(%u, to_regclass(%s), %s)",
                               rows->len ? ",\n                         " : "", ++number,
                               above_literal, name);
    }
    return g_string_free(rows, FALSE);
}

void part_take_names(Script *script, const Change *change, const EmitOptions *options)
{
    if (g_hash_table_contains(options->emission->named, change->to))
        return;
    g_autofree char *rows = names_of_parts(change->to, options);
    g_autofree char *table = quote_object(change->to->parent);
    g_autofree char *literal = quote_literal(table);
    g_autofree char *body = g_strdup_printf(
        "\nDECLARE\n"
        "    part record;\n"
        "BEGIN\n"
        "    FOR step IN 1..2 LOOP\n"
        "        FOR part IN\n"
        "            SELECT i.inhrelid::regclass AS index, w.number, w.name\n"
        "            FROM (VALUES %s) AS w (number, above, name)\n"
        "            JOIN pg_catalog.pg_inherits AS i ON i.inhparent = w.above\n"
        "            JOIN pg_catalog.pg_index AS x ON x.indexrelid = i.inhrelid\n"
        "            WHERE x.indrelid = %s::regclass\n"
        "        LOOP\n"
        "            EXECUTE format('ALTER INDEX %%s RENAME TO %%I', part.index,\n"
        "                           CASE step WHEN 1 THEN 'gen_part_' || part.number ELSE part.name"
        " END);\n"
        "        END LOOP;\n"
        "    END LOOP;\n"
        "END\n",
        rows, literal);
    g_autofree char *quoted = quote_dollar(body);
    script_about(script, change->to->parent);
    script_add(script, "DO %s", quoted);
}
