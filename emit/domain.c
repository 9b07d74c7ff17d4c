/* Domains. Their checks are changes of their own (see check.c).
 * https://www.postgresql.org/docs/current/sql-alterdomain.html */
#include "emit/clause.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Domain *domain = (const Domain *)object;
    g_autofree char *name = quote_object(object);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE DOMAIN %s AS %s", name, domain->type);
    clause_append_collation(sql, domain->collation);
    if (domain->not_null)
        g_string_append(sql, " NOT NULL");
    if (domain->default_expr) {
        g_autofree char *value = expression_default(domain->default_expr);
        g_string_append_printf(sql, " DEFAULT %s", value);
    }
    script_add(script, "%s", sql->str);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Domain *to = (const Domain *)change->to;
    g_autofree char *name = quote_object(change->to);
    (void)options;
    if (change_has(change, "not_null"))
        script_add(script, "ALTER DOMAIN %s %s NOT NULL", name, to->not_null ? "SET" : "DROP");
    if (!change_has(change, "default"))
        return;
    g_autofree char *value = to->default_expr ? expression_plain(to->default_expr) : NULL;
    if (value)
        script_add(script, "ALTER DOMAIN %s SET DEFAULT %s", name, value);
    else
        script_add(script, "ALTER DOMAIN %s DROP DEFAULT", name);
}

static void rename_domain(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "DOMAIN", from, to, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "DOMAIN", object);
}

static char *comment_target(const Object *object)
{
    return plain_target("DOMAIN", object);
}

const KindSql kind_sql_DOMAIN = {
    .create = create,
    .alter = alter,
    .rename = rename_domain,
    .drop = drop,
    .comment_target = comment_target,
};
