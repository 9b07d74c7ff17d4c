/* Primary keys and unique constraints. Online: a unique index is built concurrently and then taken
 * for the constraint.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/quote.h"
#include "emit/table_alter.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

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

static void build_online(Script *script, const KeyConstraint *key)
{
    g_autofree char *name = quote_name(key->object.name);
    g_autofree char *table = quote_object(key->object.parent);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(GString) constraint = g_string_new(NULL);
    g_string_append_printf(sql, "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s", name, table);
    append_columns(sql, key);
    clause_append_include(sql, key->include);
    if (key->nulls_not_distinct)
        g_string_append(sql, " NULLS NOT DISTINCT");
    clause_append_with(sql, key->options);
    append_tablespace(sql, " TABLESPACE ", key);
    script_about(script, key->object.parent);
    script_autocommit(script);
    script_add(script, "%s", sql->str);
    g_string_append_printf(constraint, "CONSTRAINT %s %s USING INDEX %s", name, word_of(key), name);
    clause_append_deferrable(constraint, key->deferrable);
    script_constraint(script, key->object.parent, "%s", constraint->str);
}

static void cluster_on(Script *script, const KeyConstraint *key)
{
    g_autofree char *name = quote_name(key->object.name);
    if (key->clustered)
        script_then(script, key->object.parent, "CLUSTER ON %s", name);
    else
        script_then(script, key->object.parent, "SET WITHOUT CLUSTER");
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const KeyConstraint *key = (const KeyConstraint *)object;
    if (emission_is_online(options, object) && !key->without_overlaps) {
        build_online(script, key);
    } else {
        g_autofree char *text = definition(key);
        script_constraint(script, object->parent, "%s", text);
    }
    if (key->clustered)
        cluster_on(script, key);
    table_identify_by(script, object);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const KeyConstraint *from = (const KeyConstraint *)change->from;
    const KeyConstraint *to = (const KeyConstraint *)change->to;
    (void)options;
    if (change_has(change, "with"))
        clause_alter_options(script, "INDEX", change->to, from->options, to->options);
    if (change_has(change, "tablespace"))
        clause_alter_tablespace(script, "INDEX", change->to, to->tablespace);
    if (change_has(change, "clustered"))
        cluster_on(script, to);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
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
