/* Extensions.
 * https://www.postgresql.org/docs/current/sql-createextension.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Extension *extension = (const Extension *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *schema = extension->in_schema ? quote_name(extension->in_schema) : NULL;
    g_autofree char *version = extension->version ? quote_literal(extension->version) : NULL;
    (void)options;
    script_add(script, "CREATE EXTENSION %s%s%s%s%s", name, schema ? " SCHEMA " : "",
               schema ? schema : "", version ? " VERSION " : "", version ? version : "");
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Extension *extension = (const Extension *)change->to;
    g_autofree char *name = quote_object(change->to);
    (void)options;
    if (change_has(change, "schema") && extension->in_schema) {
        g_autofree char *schema = quote_name(extension->in_schema);
        script_add(script, "ALTER EXTENSION %s SET SCHEMA %s", name, schema);
    }
    if (change_has(change, "version") && extension->version) {
        g_autofree char *version = quote_literal(extension->version);
        script_add(script, "ALTER EXTENSION %s UPDATE TO %s", name, version);
    }
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "EXTENSION", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("EXTENSION", object);
}

/* What its control file says, as CREATE EXTENSION has it. */
static void uncomment(Script *script, const Object *object)
{
    g_autofree char *name = quote_literal(object->name);
    g_autofree char *body =
        g_strdup_printf("\nBEGIN\n"
                        "    EXECUTE format('COMMENT ON EXTENSION %%I IS %%L', %s, (\n"
                        "        SELECT e.comment FROM pg_available_extensions AS e "
                        "WHERE e.name = %s));\n"
                        "END\n",
                        name, name);
    g_autofree char *quoted = quote_dollar(body);
    script_add(script, "DO %s", quoted);
}

const KindSql kind_sql_EXTENSION = {
    .create = create,
    .alter = alter,
    .drop = drop,
    .comment_target = comment_target,
    .uncomment = uncomment,
};
