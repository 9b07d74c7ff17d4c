/* Checks of tables and of domains. Online they come without a look at the rows, which is taken at
 * the end under a lock that hinders nobody.
 * https://www.postgresql.org/docs/current/sql-altertable.html, sql-alterdomain.html */
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static char *definition(const Check *check)
{
    g_autofree char *name = quote_name(check->object.name);
    g_autofree char *expression = expression_enclosed(check->expression);
    return g_strdup_printf("CONSTRAINT %s CHECK %s%s%s", name, expression,
                           check->no_inherit ? " NO INHERIT" : "",
                           check->not_enforced ? " NOT ENFORCED" : "");
}

static void create_of_domain(Script *script, const Check *check, const char *text,
                             const EmitOptions *options)
{
    const Object *object = &check->object;
    g_autofree char *domain = quote_object(object->parent);
    g_autofree char *name = quote_name(object->name);
    bool online = options->online && !check->not_valid && !emission_is_new(options, object->parent);
    script_add(script, "ALTER DOMAIN %s ADD %s%s", domain, text,
               online || check->not_valid ? " NOT VALID" : "");
    if (online)
        script_last(script, NULL, "ALTER DOMAIN %s VALIDATE CONSTRAINT %s", domain, name);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Check *check = (const Check *)object;
    g_autofree char *text = definition(check);
    g_autofree char *name = quote_name(object->name);
    if (object_kind(object->parent) == KIND_DOMAIN) {
        create_of_domain(script, check, text, options);
    } else if (check->not_enforced) {
        script_constraint(script, object->parent, "%s", text);
    } else if (check->not_valid) { /* inside of CREATE TABLE it would come out as valid */
        script_then(script, object->parent, "ADD %s NOT VALID", text);
    } else if (emission_is_online(options, object)) {
        g_autofree char *table = quote_object(object->parent);
        script_constraint(script, object->parent, "%s NOT VALID", text);
        script_last(script, object->parent, "ALTER TABLE %s VALIDATE CONSTRAINT %s", table, name);
    } else {
        script_constraint(script, object->parent, "%s", text);
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Object *object = change->to;
    g_autofree char *name = quote_name(object->name);
    g_autofree char *parent = quote_object(object->parent);
    if (change_has(change, "inherited")) { /* it merges with the inherited one */
        g_autofree char *text = definition((const Check *)object);
        script_clause(script, object->parent, "ADD %s", text);
    }
    if (!change_has(change, "not_valid") || ((const Check *)object)->not_valid)
        return;
    if (object_kind(object->parent) == KIND_DOMAIN)
        script_add(script, "ALTER DOMAIN %s VALIDATE CONSTRAINT %s", parent, name);
    else if (options->online)
        script_last(script, object->parent, "ALTER TABLE %s VALIDATE CONSTRAINT %s", parent, name);
    else
        script_clause(script, object->parent, "VALIDATE CONSTRAINT %s", name);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    clause_drop_constraint(script, object);
}

const KindSql kind_sql_CHECK = {
    .create = create,
    .alter = alter,
    .rename = clause_rename_constraint,
    .drop = drop,
    .comment_target = clause_constraint_target,
};
