/* Primary keys and unique constraints. Online: a unique index is built concurrently and then taken
 * for the constraint; one that is replaced stays until its successor's index stands.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/index_settings.h"
#include "emit/part.h"
#include "emit/quote.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

#include <string.h>

static void append_tablespace(GString *out, const char *before, const KeyConstraint *key)
{
    if (!key->tablespace)
        return;
    g_string_append(out, before);
    identifier_append(out, key->tablespace);
}

static void append_columns(GString *out, const KeyConstraint *key)
{
    g_autofree char *columns = quote_names(key->columns);
    g_string_append_printf(out, " (%s%s)", columns,
                           key->without_overlaps ? " WITHOUT OVERLAPS" : "");
}

static const char *word_of(const KeyConstraint *key)
{
    return object_kind(&key->object) == KIND_PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
}

static char *definition(const KeyConstraint *key)
{
    g_autofree char *name = quote_name(key->object.name);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "CONSTRAINT %s %s%s", name, word_of(key),
                           key->nulls_not_distinct ? " NULLS NOT DISTINCT" : "");
    append_columns(out, key);
    clause_append_include(out, key->include);
    clause_append_with(out, key->options);
    append_tablespace(out, " USING INDEX TABLESPACE ", key);
    clause_append_deferrable(out, key->deferrable);
    return g_string_free(out, FALSE);
}

/* Whether the columns of a key may stay in it while the table is changed. */
static bool columns_stay(const KeyConstraint *key, const State *to)
{
    const Object *table = state_find_same(to, key->object.parent);
    for (guint i = 0; table && i < key->columns.count; i++) {
        const Object *column = state_find_child(to, KIND_COLUMN, table, key->columns.names[i]);
        if (!column ||
            (object_kind(&key->object) == KIND_PRIMARY_KEY && !((const Column *)column)->not_null))
            return false;
    }
    return table != NULL;
}

/* Whether the old form of a key holds until the new one comes. */
static bool is_relieved(const KeyConstraint *from, const KeyConstraint *to,
                        const EmitOptions *options)
{
    return from && to && emission_replaces(options) && emission_is_online(options, &to->object) &&
           !to->without_overlaps && columns_stay(from, options->emission->plan->to);
}

/* The old form of a key that is replaced. */
static const KeyConstraint *predecessor(const Object *key, const EmitOptions *options)
{
    const GPtrArray *changes = options->emission ? options->emission->plan->changes : NULL;
    for (guint i = 0; changes && i < changes->len; i++) {
        const Change *change = g_ptr_array_index(changes, i);
        const Object *from = change->op == CHANGE_OP_DROP ? change->from : NULL;
        if (from && from->name == key->name && from->info == key->info &&
            from->parent->name == key->parent->name && from->schema == key->schema)
            return (const KeyConstraint *)from;
    }
    return NULL;
}

/* The index under the constraint's own name, unless its predecessor has that. */
static char *index_name(const KeyConstraint *key, bool relieves)
{
    if (!relieves)
        return quote_name(key->object.name);
    gsize length = identifier_clip(key->object.name, IDENTIFIER_LIMIT - strlen("__new"));
    g_autofree char *name = g_strdup_printf("%.*s__new", (int)length, key->object.name);
    return quote_name(name);
}

static void build_index(Script *script, const KeyConstraint *key, const char *index)
{
    g_autofree char *table = quote_object(key->object.parent);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_append_printf(sql, "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s", index, table);
    append_columns(sql, key);
    clause_append_include(sql, key->include);
    if (key->nulls_not_distinct)
        g_string_append(sql, " NULLS NOT DISTINCT");
    clause_append_with(sql, key->options);
    append_tablespace(sql, " TABLESPACE ", key);
    script_about(script, key->object.parent);
    script_autocommit(script);
    script_add(script, "%s", sql->str);
}

/* The constraint takes the index over, and its name becomes the index's. */
static void build_online(Script *script, const KeyConstraint *key, bool relieves)
{
    g_autofree char *name = quote_name(key->object.name);
    g_autofree char *index = index_name(key, relieves);
    g_autoptr(GString) constraint = g_string_new(NULL);
    build_index(script, key, index);
    g_string_append_printf(constraint, "CONSTRAINT %s %s USING INDEX %s", name, word_of(key),
                           index);
    clause_append_deferrable(constraint, key->deferrable);
    if (relieves)
        script_clause(script, key->object.parent, "DROP CONSTRAINT %s", name);
    script_constraint(script, key->object.parent, "%s", constraint->str);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const KeyConstraint *key = (const KeyConstraint *)object;
    part_note_open(script, object, options);
    if (part_creates_only(options, object)) {
        g_autofree char *text = definition(key);
        part_create_only(script, object, text);
    } else if (emission_is_online(options, object) && !key->without_overlaps) {
        build_online(script, key, is_relieved(predecessor(object, options), key, options));
    } else {
        g_autofree char *text = definition(key);
        clause_index_constraint(script, object, text);
    }
    part_created(script, object, options);
    index_settings_create(script, object);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    part_alter(script, change, options);
    index_settings_alter(script, change);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    const Object *to = options->online && options->emission
                           ? state_find_same(options->emission->plan->to, object)
                           : NULL;
    if (!is_relieved((const KeyConstraint *)object, (const KeyConstraint *)to, options))
        clause_drop_constraint(script, object);
}

const KindSql kind_sql_PRIMARY_KEY = {
    .create = create,
    .alter = alter,
    .rename = clause_rename_constraint,
    .drop = drop,
    .comment_target = clause_constraint_target,
};

const KindSql kind_sql_UNIQUE = {
    .create = create,
    .alter = alter,
    .rename = clause_rename_constraint,
    .drop = drop,
    .comment_target = clause_constraint_target,
};
