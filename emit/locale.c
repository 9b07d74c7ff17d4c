/* Collations and conversions.
 * https://www.postgresql.org/docs/current/sql-createcollation.html */
#include "emit/definition.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static const DefinitionRow collation_rows[] = {
    {"provider", "PROVIDER"}, {"locale", "LOCALE"}, {"lc_collate", "LC_COLLATE"},
    {"lc_ctype", "LC_CTYPE"}, {"rules", "RULES"},   {NULL, NULL},
};

static void create_collation(Script *script, const Object *object, const EmitOptions *options)
{
    const Collation *c = (const Collation *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *list = definition_list(object, collation_rows);
    (void)options;
    if (c->encoding) {
        QualifiedName source = {"pg_catalog", collation_source(c)};
        g_autofree char *copied = quote_qualified(source);
        script_add(script, "CREATE COLLATION %s FROM %s", name, copied);
        return;
    }
    script_add(script, "CREATE COLLATION %s (%s%s)", name, list,
               c->nondeterministic ? ", DETERMINISTIC = false" : "");
}

static void rename_collation(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "COLLATION", from, to, NULL);
}

static void drop_collation(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "COLLATION", object);
}

static char *collation_target(const Object *object)
{
    return plain_target("COLLATION", object);
}

const KindSql kind_sql_COLLATION = {
    .create = create_collation,
    .rename = rename_collation,
    .drop = drop_collation,
    .comment_target = collation_target,
};

static void create_conversion(Script *script, const Object *object, const EmitOptions *options)
{
    const Conversion *c = (const Conversion *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *source = quote_literal(c->source);
    g_autofree char *target = quote_literal(c->target);
    g_autofree char *function = quote_qualified(c->function);
    (void)options;
    script_add(script, "CREATE %sCONVERSION %s FOR %s TO %s FROM %s",
               c->is_default ? "DEFAULT " : "", name, source, target, function);
}

static void rename_conversion(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "CONVERSION", from, to, NULL);
}

static void drop_conversion(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "CONVERSION", object);
}

static char *conversion_target(const Object *object)
{
    return plain_target("CONVERSION", object);
}

const KindSql kind_sql_CONVERSION = {
    .create = create_conversion,
    .rename = rename_conversion,
    .drop = drop_conversion,
    .comment_target = conversion_target,
};
