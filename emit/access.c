#include "emit/access.h"

#include "emit/emission.h"
#include "emit/quote.h"
#include "schema/access.h"

/* What GRANT calls a kind, and what PUBLIC may do with a new one. */
static const struct {
    Kind kind;
    const char *word;
    const char *of_public;
} grantables[] = {
    {KIND_SCHEMA, "SCHEMA", NULL},
    {KIND_TABLE, "TABLE", NULL},
    {KIND_VIEW, "TABLE", NULL},
    {KIND_MATERIALIZED_VIEW, "TABLE", NULL},
    {KIND_SEQUENCE, "SEQUENCE", NULL},
    {KIND_FUNCTION, "FUNCTION", "execute"},
    {KIND_AGGREGATE, "FUNCTION", "execute"},
    {KIND_PROCEDURE, "PROCEDURE", "execute"},
    {KIND_ENUM, "TYPE", "usage"},
    {KIND_DOMAIN, "TYPE", "usage"},
    {KIND_COMPOSITE, "TYPE", "usage"},
    {KIND_RANGE, "TYPE", "usage"},
    {KIND_LANGUAGE, "LANGUAGE", "usage"},
    {KIND_SERVER, "FOREIGN SERVER", NULL},
    {KIND_FOREIGN_DATA_WRAPPER, "FOREIGN DATA WRAPPER", NULL},
};

static void set_owner(Script *script, const Object *object)
{
    const KindSql *sql = kind_sql[object_kind(object)];
    g_autofree char *target = sql->comment_target ? sql->comment_target(object) : NULL;
    g_autofree char *role = quote_name(object->owner);
    if (target)
        script_after(script, "ALTER %s OWNER TO %s", target, role);
}

static char *role_name(const char *role)
{
    return g_str_equal(role, "public") ? g_strdup("PUBLIC") : quote_name(role);
}

/* "GRANT SELECT (email) ON TABLE public.users TO alice" */
static void change_one(Script *script, const Object *object, const Grant *grant, bool revoke)
{
    const char *word = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(grantables); i++)
        if (grantables[i].kind == object_kind(object))
            word = grantables[i].word;
    if (!word)
        return;
    g_autofree char *privilege = g_ascii_strup(grant->privilege, -1);
    g_autofree char *quoted = grant->column ? quote_name(grant->column) : NULL;
    g_autofree char *column = quoted ? g_strdup_printf(" (%s)", quoted) : g_strdup("");
    g_autofree char *name = quote_object(object);
    g_autofree char *role = role_name(grant->role);
    if (revoke)
        script_after(script, "REVOKE %s%s ON %s %s FROM %s", privilege, column, word, name, role);
    else
        script_after(script, "GRANT %s%s ON %s %s TO %s%s", privilege, column, word, name, role,
                     grant->grantable ? " WITH GRANT OPTION" : "");
}

static bool has_grant(ItemList list, const Grant *wanted)
{
    const Grant *grant = list.items;
    for (guint i = 0; i < list.count; i++)
        if (grant[i].role == wanted->role && grant[i].privilege == wanted->privilege &&
            grant[i].column == wanted->column && grant[i].grantable == wanted->grantable)
            return true;
    return false;
}

static void change_grants(Script *script, const Object *object, ItemList from, ItemList to)
{
    const Grant *old = from.items;
    const Grant *new = to.items;
    for (guint i = 0; i < from.count; i++)
        if (!has_grant(to, &old[i]))
            change_one(script, object, &old[i], true);
    for (guint i = 0; i < to.count; i++)
        if (!has_grant(from, &new[i]))
            change_one(script, object, &new[i], false);
}

void access_create(Script *script, const Object *object)
{
    Grant given = {.role = g_intern_static_string("public")};
    ItemList before = {0, NULL};
    if (object->owner)
        set_owner(script, object);
    if (!object->states_grants)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(grantables); i++)
        if (grantables[i].kind == object_kind(object) && grantables[i].of_public) {
            given.privilege = g_intern_string(grantables[i].of_public);
            before = (ItemList){1, &given};
        }
    change_grants(script, object, before, object->grants);
}

void access_alter(Script *script, const Change *change)
{
    if (change->mask & CHANGED_OWNER)
        set_owner(script, change->to);
    if (change->mask & CHANGED_GRANTS)
        change_grants(script, change->to, change->from->grants, change->to->grants);
}
