/* Indexes.
 * https://www.postgresql.org/docs/current/sql-createindex.html */
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/index_element.h"
#include "emit/index_settings.h"
#include "emit/part.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

#include <string.h>

static char *definition(const Index *index, bool concurrently, bool only)
{
    g_autofree char *name = quote_name(index->object.name);
    g_autofree char *table = quote_object(index->object.parent);
    g_autofree char *elements = index_element_list(index->elements);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "CREATE %sINDEX %s%s ON %s%s", index->unique ? "UNIQUE " : "",
                           concurrently ? "CONCURRENTLY " : "", name, only ? "ONLY " : "", table);
    if (index->method && strcmp(index->method, "btree") != 0) {
        g_string_append(out, " USING ");
        identifier_append(out, index->method);
    }
    g_string_append_printf(out, " (%s)", elements);
    clause_append_include(out, index->include);
    if (index->nulls_not_distinct)
        g_string_append(out, " NULLS NOT DISTINCT");
    clause_append_with(out, index->options);
    if (index->tablespace) {
        g_string_append(out, " TABLESPACE ");
        identifier_append(out, index->tablespace);
    }
    if (index->where) {
        g_autofree char *where = expression_plain(index->where);
        g_string_append_printf(out, " WHERE %s", where);
    }
    return g_string_free(out, FALSE);
}

/* The old form of an index that is built anew beside it. */
static char *old_name(const Object *index)
{
    g_autofree char *retired = retired_name(index);
    return quote_qualified((QualifiedName){index->schema, retired});
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Index *index = (const Index *)object;
    bool online = emission_is_online(options, object);
    g_autofree char *sql = definition(index, online, part_creates_only(options, object));
    part_note_open(script, object, options);
    script_about(script, object->parent);
    if (online)
        script_autocommit(script);
    script_add(script, "%s", sql);
    if (online && emission_replaces(options) && !index->attached_to) {
        g_autofree char *old = old_name(object);
        script_about(script, object->parent);
        script_autocommit(script);
        script_add(script, "DROP INDEX CONCURRENTLY IF EXISTS %s", old);
    }
    part_created(script, object, options);
    index_settings_create(script, object);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    part_alter(script, change, options);
    index_settings_alter(script, change);
}

static void rename_index(Script *script, const Object *from, const Object *to)
{
    script_about(script, to->parent);
    plain_rename(script, "INDEX", from, to, NULL);
}

/* An index that comes again in another form keeps serving until that is built. */
static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    const Index *index = (const Index *)object;
    bool online = emission_is_online(options, object);
    bool in_the_way = options->emission && options->emission->change->rebuild;
    script_about(script, object->parent);
    if (online && emission_replaces(options) && !index->attached_to) {
        g_autofree char *name = clause_full_name(object);
        g_autofree char *retired = retired_name(object);
        g_autofree char *quoted = quote_name(retired);
        script_add(script, "ALTER INDEX %s RENAME TO %s", name, quoted);
    } else if ((online && !in_the_way) || (options->online && index->invalid)) {
        g_autofree char *name = clause_full_name(object);
        script_autocommit(script);
        script_add(script, "DROP INDEX CONCURRENTLY %s", name);
    } else if (options->emission && options->emission->change->cascades) {
        g_autofree char *name = clause_full_name(object);
        script_note(script, false, "the keys of partitions that are parts of it go with it");
        script_add(script, "DROP INDEX %s CASCADE", name);
    } else {
        plain_drop(script, "INDEX", object);
    }
}

static char *comment_target(const Object *object)
{
    return plain_target("INDEX", object);
}

const KindSql kind_sql_INDEX = {
    .create = create,
    .alter = alter,
    .rename = rename_index,
    .drop = drop,
    .comment_target = comment_target,
};
