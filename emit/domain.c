/* Domains. Their checks are changes of their own (see check.c).
 * https://www.postgresql.org/docs/current/sql-alterdomain.html */
#include "emit/clause.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/default_names.h"
#include "schema/kinds.h"

/* The name that the statement must say; NULL: PostgreSQL finds the same one by itself. */
static const char *said_name(const Domain *domain)
{
    g_autofree char *own = default_not_null_name(&domain->object);
    return g_strcmp0(own, domain->not_null_name) == 0 ? NULL : domain->not_null_name;
}

/* The name that the NOT NULL constraint has after a change. Freed with g_free. */
static char *name_after(const Domain *from, const Domain *to)
{
    const char *name = to->not_null_name ? to->not_null_name : from->not_null_name;
    return name ? g_strdup(name) : default_not_null_name(&to->object);
}

static void append_not_null(GString *sql, const Domain *domain)
{
    const char *said = said_name(domain);
    g_autofree char *name = said ? quote_name(said) : NULL;
    g_string_append_printf(sql, "%s%s NOT NULL", name ? " CONSTRAINT " : "", name ? name : "");
}

static void comment_not_null(Script *script, const Domain *from, const Domain *to)
{
    g_autofree char *raw = name_after(from, to);
    g_autofree char *name = quote_name(raw);
    g_autofree char *domain = quote_object(&to->object);
    g_autofree char *text = to->not_null_comment ? quote_literal(to->not_null_comment) : NULL;
    script_after(script, "COMMENT ON CONSTRAINT %s ON DOMAIN %s IS %s", name, domain,
                 text ? text : "NULL");
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Domain *domain = (const Domain *)object;
    g_autofree char *name = quote_object(object);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE DOMAIN %s AS %s", name, domain->type);
    clause_append_collation(sql, domain->collation);
    if (domain->not_null)
        append_not_null(sql, domain);
    if (domain->default_expr) {
        g_autofree char *value = expression_default(domain->default_expr);
        g_string_append_printf(sql, " DEFAULT %s", value);
    }
    script_add(script, "%s", sql->str);
    if (domain->not_null && domain->not_null_comment)
        comment_not_null(script, domain, domain);
}

/* NOT NULL of a name, and its comment. */
static void alter_not_null(Script *script, const Change *change, const char *name)
{
    const Domain *from = (const Domain *)change->from;
    const Domain *to = (const Domain *)change->to;
    g_autofree char *old = name_after(from, from);
    g_autofree char *new = name_after(from, to);
    g_autofree char *old_name = quote_name(old);
    g_autofree char *new_name = quote_name(new);
    if (!to->not_null && from->not_null)
        script_add(script, "ALTER DOMAIN %s DROP NOT NULL", name);
    else if (to->not_null && !from->not_null && said_name(to))
        script_add(script, "ALTER DOMAIN %s ADD CONSTRAINT %s NOT NULL", name, new_name);
    else if (to->not_null && !from->not_null)
        script_add(script, "ALTER DOMAIN %s SET NOT NULL", name);
    else if (to->not_null && change_has(change, "not_null_name"))
        script_add(script, "ALTER DOMAIN %s RENAME CONSTRAINT %s TO %s", name, old_name, new_name);
    if (to->not_null && from->not_null ? change_has(change, "not_null_comment")
                                       : to->not_null && to->not_null_comment)
        comment_not_null(script, from, to);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Domain *to = (const Domain *)change->to;
    g_autofree char *name = quote_object(change->to);
    (void)options;
    alter_not_null(script, change, name);
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
