/* CREATE POLICY.
 * https://www.postgresql.org/docs/current/sql-createpolicy.html */
#include "emit/attached.h"
#include "emit/emit.h"
#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

static void append_roles(GString *out, NameList roles)
{
    g_string_append(out, " TO ");
    for (guint i = 0; i < roles.count; i++) {
        g_autofree char *role = quote_name(roles.names[i]);
        g_string_append_printf(out, "%s%s", i ? ", " : "", role);
    }
    if (roles.count == 0)
        g_string_append(out, "PUBLIC");
}

static void append_condition(GString *out, const char *words, const char *condition)
{
    g_autofree char *enclosed = condition ? expression_enclosed(condition) : NULL;
    if (enclosed)
        g_string_append_printf(out, "\n%s %s", words, enclosed);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Policy *p = (const Policy *)object;
    g_autofree char *target = attached_target("POLICY", object);
    g_autoptr(GString) out = g_string_new(NULL);
    (void)options;
    g_string_append_printf(out, "CREATE %s", target);
    if (p->kind)
        g_string_append(out, " AS RESTRICTIVE");
    if (p->command) {
        g_autofree char *command = g_ascii_strup(p->command, -1);
        g_string_append_printf(out, " FOR %s", command);
    }
    if (p->roles.count)
        append_roles(out, p->roles);
    append_condition(out, "USING", p->using_expr);
    append_condition(out, "WITH CHECK", p->check_expr);
    script_add(script, "%s", out->str);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Policy *p = (const Policy *)change->to;
    g_autofree char *target = attached_target("POLICY", change->to);
    g_autoptr(GString) out = g_string_new(NULL);
    (void)options;
    if (change_has(change, "roles"))
        append_roles(out, p->roles);
    if (change_has(change, "using"))
        append_condition(out, "USING", p->using_expr);
    if (change_has(change, "check"))
        append_condition(out, "WITH CHECK", p->check_expr);
    if (out->len)
        script_add(script, "ALTER %s%s", target, out->str);
}

static void rename_policy(Script *script, const Object *from, const Object *to)
{
    attached_rename(script, "POLICY", from, to);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    attached_drop(script, "POLICY", object);
}

static char *comment_target(const Object *object)
{
    return attached_target("POLICY", object);
}

const KindSql kind_sql_POLICY = {
    .create = create,
    .alter = alter,
    .rename = rename_policy,
    .drop = drop,
    .comment_target = comment_target,
};
