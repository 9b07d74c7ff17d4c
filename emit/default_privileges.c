/* Default privileges: their grants, and what the role itself does not get.
 * https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
#include "emit/access.h"
#include "emit/emit.h"
#include "emit/quote.h"
#include "schema/kinds.h"

/* "GRANT INSERT, UPDATE ON TABLES TO r": the privileges of `list` that `but` does not have. */
static void change_own(Script *script, const Object *object, NameList list, NameList but,
                       bool revoke)
{
    g_autofree char *head = access_default_head(object);
    g_autofree char *word = access_default_word(object);
    g_autofree char *role = quote_name(object->name);
    g_autoptr(GString) privileges = g_string_new(NULL);
    for (guint i = 0; i < list.count; i++) {
        g_autofree char *privilege = g_ascii_strup(list.names[i], -1);
        if (!name_list_contains(but, list.names[i]))
            g_string_append_printf(privileges, "%s%s", privileges->len ? ", " : "", privilege);
    }
    if (privileges->len)
        script_add(script, "%s %s %s ON %s %s %s", head, revoke ? "REVOKE" : "GRANT",
                   privileges->str, word, revoke ? "FROM" : "TO", role);
}

static const NameList nothing = {0, NULL};

static void create_defaults(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    change_own(script, object, ((const DefaultPrivileges *)object)->withheld, nothing, true);
}

static void alter_defaults(Script *script, const Change *change, const EmitOptions *options)
{
    NameList old = ((const DefaultPrivileges *)change->from)->withheld;
    NameList new = ((const DefaultPrivileges *)change->to)->withheld;
    (void)options;
    change_own(script, change->to, old, new, false);
    change_own(script, change->to, new, old, true);
}

static void drop_defaults(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    change_own(script, object, ((const DefaultPrivileges *)object)->withheld, nothing, false);
    access_drop(script, object);
}

const KindSql kind_sql_DEFAULT_PRIVILEGES = {
    .create = create_defaults,
    .alter = alter_defaults,
    .drop = drop_defaults,
};
