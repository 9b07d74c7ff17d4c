/* CREATE RULE.
 * https://www.postgresql.org/docs/current/sql-createrule.html */
#include "emit/array_cast.h"
#include "emit/attached.h"
#include "emit/emit.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void write_rule(Script *script, const char *verb, const Rule *rule)
{
    g_autofree char *name = quote_name(rule->object.name);
    g_autofree char *definition = array_casts_kept(rule->definition);
    script_add(script, "%s RULE %s AS\n%s", verb, name, definition);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Rule *rule = (const Rule *)object;
    (void)options;
    write_rule(script, "CREATE", rule);
    if (rule->state)
        attached_set_state(script, object, "RULE", rule->state);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    if (change_has(change, "definition"))
        write_rule(script, "CREATE OR REPLACE", (const Rule *)change->to);
    if (change_has(change, "state"))
        attached_set_state(script, change->to, "RULE", ((const Rule *)change->to)->state);
}

static void rename_rule(Script *script, const Object *from, const Object *to)
{
    attached_rename(script, "RULE", from, to);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    attached_drop(script, "RULE", object);
}

static char *comment_target(const Object *object)
{
    return attached_target("RULE", object);
}

const KindSql kind_sql_RULE = {
    .create = create,
    .alter = alter,
    .rename = rename_rule,
    .drop = drop,
    .comment_target = comment_target,
};
