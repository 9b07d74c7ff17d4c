/* Schemas.
 * https://www.postgresql.org/docs/current/sql-createschema.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"

#include <string.h>

/* A schema that nobody declared may be there already: public nearly always is. */
static void create(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quote_object(object);
    (void)options;
    script_add(script, "CREATE SCHEMA %s%s", object->implied ? "IF NOT EXISTS " : "", name);
}

static void rename_schema(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "SCHEMA", from, to, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "SCHEMA", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("SCHEMA", object);
}

static void uncomment(Script *script, const Object *object)
{
    bool standard = strcmp(object->name, "public") == 0;
    g_autofree char *target = comment_target(object);
    script_add(script, "COMMENT ON %s IS %s", target,
               standard ? "'standard public schema'" : "NULL");
}

const KindSql kind_sql_SCHEMA = {
    .create = create,
    .rename = rename_schema,
    .drop = drop,
    .comment_target = comment_target,
    .uncomment = uncomment,
};
