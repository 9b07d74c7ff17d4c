/* Exclusion constraints. PostgreSQL has no way to build one beside running writes.
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE */
#include "emit/clause.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/index_element.h"
#include "emit/index_settings.h"
#include "emit/part.h"
#include "emit/quote.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

static char *definition(const Exclusion *exclusion)
{
    g_autofree char *name = quote_name(exclusion->object.name);
    g_autofree char *elements = index_element_list(exclusion->elements);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "CONSTRAINT %s EXCLUDE", name);
    if (exclusion->method) {
        g_string_append(out, " USING ");
        identifier_append(out, exclusion->method);
    }
    g_string_append_printf(out, " (%s)", elements);
    clause_append_include(out, exclusion->include);
    clause_append_with(out, exclusion->options);
    if (exclusion->tablespace) {
        g_string_append(out, " USING INDEX TABLESPACE ");
        identifier_append(out, exclusion->tablespace);
    }
    if (exclusion->where) {
        g_autofree char *where = expression_enclosed(exclusion->where);
        g_string_append_printf(out, " WHERE %s", where);
    }
    clause_append_deferrable(out, exclusion->deferrable);
    return g_string_free(out, FALSE);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *text = definition((const Exclusion *)object);
    if (part_creates_only(options, object))
        part_create_only(script, object, text);
    else
        clause_index_constraint(script, object, text);
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
    (void)options;
    clause_drop_constraint(script, object);
}

const KindSql kind_sql_EXCLUSION = {
    .create = create,
    .alter = alter,
    .rename = clause_rename_constraint,
    .drop = drop,
    .comment_target = clause_constraint_target,
};
