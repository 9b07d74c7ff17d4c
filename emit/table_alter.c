#include "emit/table_alter.h"

#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/plain.h"
#include "emit/quote.h"

#include <string.h>

static bool is_forced(const char *row_security)
{
    return row_security && g_str_has_prefix(row_security, "forced");
}

static bool applies(const char *row_security)
{
    return row_security && !g_str_has_suffix(row_security, " off");
}

static void enable_row_security(Script *script, const Object *table, const char *from,
                                const char *to)
{
    if (applies(from) != applies(to))
        script_then(script, table, "%s ROW LEVEL SECURITY", applies(to) ? "ENABLE" : "DISABLE");
    if (is_forced(from) != is_forced(to))
        script_then(script, table, "%s ROW LEVEL SECURITY", is_forced(to) ? "FORCE" : "NO FORCE");
}

static bool by_index(const Table *table)
{
    return g_strcmp0(table->replica_identity, "index") == 0;
}

static void set_replica_identity(Script *script, const Table *table)
{
    g_autofree char *word =
        clause_word(table->replica_identity ? table->replica_identity : "default");
    script_then(script, &table->object, "REPLICA IDENTITY %s", word);
}

void table_identify_by(Script *script, const Object *index)
{
    if (object_kind(index->parent) != KIND_TABLE)
        return;
    const Table *table = (const Table *)index->parent;
    g_autofree char *name = quote_name(index->name);
    if (by_index(table) && g_strcmp0(table->replica_identity_index, index->name) == 0)
        script_then(script, &table->object, "REPLICA IDENTITY USING INDEX %s", name);
}

void table_attributes(Script *script, const Table *table)
{
    enable_row_security(script, &table->object, NULL, table->row_security);
    if (table->replica_identity && !by_index(table))
        set_replica_identity(script, table);
}

/* Whether the index is one that the plan does not create; a new one sees to it itself. */
static bool index_stands(const Table *table, const EmitOptions *options)
{
    const GPtrArray *children = table->object.children;
    for (guint i = 0; children && i < children->len; i++) {
        const Object *child = g_ptr_array_index(children, i);
        if ((child->info->flags & KIND_RELATION) &&
            g_strcmp0(child->name, table->replica_identity_index) == 0)
            return !emission_is_new(options, child) &&
                   !g_hash_table_contains(options->emission->parts_made, child);
    }
    return false;
}

static void alter_replica_identity(Script *script, const Table *to, const EmitOptions *options)
{
    if (!by_index(to)) {
        set_replica_identity(script, to);
    } else if (index_stands(to, options)) {
        g_autofree char *name = quote_name(to->replica_identity_index);
        script_clause(script, &to->object, "REPLICA IDENTITY USING INDEX %s", name);
    }
}

static void alter_options(Script *script, const Table *from, const Table *to)
{
    g_autofree char *reset = NULL;
    g_autofree char *set = NULL;
    clause_options_change(from->options, to->options, &reset, &set);
    if (reset)
        script_clause(script, &to->object, "%s", reset);
    if (set)
        script_clause(script, &to->object, "%s", set);
}

static bool has_parent(ItemList list, QualifiedName name)
{
    const Parent *parent = list.items;
    for (guint i = 0; i < list.count; i++)
        if (qualified_name_equal(parent[i].table, name))
            return true;
    return false;
}

static void alter_parents(Script *script, const Object *table, ItemList list, ItemList others,
                          const char *verb)
{
    const Parent *parent = list.items;
    for (guint i = 0; i < list.count; i++) {
        if (has_parent(others, parent[i].table))
            continue;
        g_autofree char *name = quote_qualified(parent[i].table);
        script_clause(script, table, "%s %s", verb, name);
    }
}

/* DETACH … CONCURRENTLY came with PostgreSQL 14, and cannot be where there is a default partition;
 * whether there is one cannot be seen here when the models do not list all partitions. */
static void detach(Script *script, const Table *from)
{
    g_autofree char *parent = quote_qualified(from->partition_of);
    g_autofree char *name = quote_object(&from->object);
    script_about(script, &from->object);
    script_add(script, "ALTER TABLE %s DETACH PARTITION %s", parent, name);
}

static void attach(Script *script, const Table *to)
{
    g_autofree char *parent = quote_qualified(to->partition_of);
    g_autofree char *name = quote_object(&to->object);
    script_about(script, &to->object);
    script_add(script, "ALTER TABLE %s ATTACH PARTITION %s %s", parent, name, to->values);
}

static void alter_partition(Script *script, const Table *from, const Table *to)
{
    if (from->partition_of.name)
        detach(script, from);
    if (to->partition_of.name && to->values)
        attach(script, to);
}

void table_alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Table *from = (const Table *)change->from;
    const Table *to = (const Table *)change->to;
    const Object *table = change->to;
    if (change_has(change, "partition_of") || change_has(change, "values"))
        alter_partition(script, from, to);
    if (change_has(change, "inherits")) {
        alter_parents(script, table, from->inherits, to->inherits, "NO INHERIT");
        script_close(script); /* what was inherited can be dropped in a later statement only */
        alter_parents(script, table, to->inherits, from->inherits, "INHERIT");
    }
    if (change_has(change, "unlogged"))
        script_clause(script, table, "SET %s", to->unlogged ? "UNLOGGED" : "LOGGED");
    if (change_has(change, "options"))
        alter_options(script, from, to);
    if (change_has(change, "fdw_options")) {
        g_autofree char *list = plain_options_change(from->fdw_options, to->fdw_options);
        script_clause(script, table, "%s", list);
    }
    if (change_has(change, "replica_identity") || change_has(change, "replica_identity_index"))
        alter_replica_identity(script, to, options);
    if (change_has(change, "row_security"))
        enable_row_security(script, table, from->row_security, to->row_security);
    if (change_has(change, "tablespace"))
        clause_alter_tablespace(script, "TABLE", table, to->tablespace);
}
