/* CREATE SUBSCRIPTION, without connecting: a schema migration does not start replication.
 * https://www.postgresql.org/docs/current/sql-createsubscription.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

/* Options by the keys of the field table; the value's spelling is PostgreSQL's. */
static const char *const plain_settings[] = {
    "binary", "streaming",    "synchronous_commit", "two_phase", "disable_on_error",
    "origin", "run_as_owner", "password_required",  "failover"};

/* The value of a field as an option takes it. Freed with g_free. */
static char *setting(const Object *object, const char *key)
{
    const Field *field = kind_field(object->info, key);
    if (field->type == FIELD_BOOL)
        return g_strdup(FIELD_FLAG(object, field) ? "true" : "false");
    const char *word = FIELD_STRING(object, field);
    return g_strdup(word ? word : field->words[0]);
}

/* Whether a new subscription has what a field says without being told: a model says the same to
 * every server, but PostgreSQL 18 streams in parallel by default. */
static bool is_default(const Object *object, const char *key, const EmitOptions *options)
{
    return field_is_empty(kind_field(object->info, key), object) &&
           !(options->server_version >= 180000 && g_str_equal(key, "streaming"));
}

static char *slot(const Subscription *s)
{
    if (!s->slot_name)
        return quote_literal(s->object.name);
    return g_str_equal(s->slot_name, "none") ? g_strdup("NONE") : quote_literal(s->slot_name);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Subscription *s = (const Subscription *)object;
    g_autofree char *name = quote_name(object->name);
    g_autofree char *connection = quote_literal(s->connection ? s->connection : "");
    g_autofree char *publications = quote_names(s->publications);
    g_autoptr(GString) with = g_string_new("connect = false");
    if (s->slot_name) {
        g_autofree char *slot_name = slot(s);
        g_string_append_printf(with, ", slot_name = %s", slot_name);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(plain_settings); i++) {
        g_autofree char *value = setting(object, plain_settings[i]);
        if (!is_default(object, plain_settings[i], options))
            g_string_append_printf(with, ", %s = %s", plain_settings[i], value);
    }
    script_add(script, "CREATE SUBSCRIPTION %s CONNECTION %s PUBLICATION %s WITH (%s)", name,
               connection, publications, with->str);
    if (s->enabled)
        script_add(script, "ALTER SUBSCRIPTION %s ENABLE", name);
}

static void alter_settings(Script *script, const Change *change, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plain_settings); i++) {
        g_autofree char *value = setting(change->to, plain_settings[i]);
        if (change_has(change, plain_settings[i]))
            script_add(script, "ALTER SUBSCRIPTION %s SET (%s = %s)", name, plain_settings[i],
                       value);
    }
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Subscription *s = (const Subscription *)change->to;
    g_autofree char *name = quote_name(change->to->name);
    (void)options;
    if (change_has(change, "enabled") && !s->enabled)
        script_add(script, "ALTER SUBSCRIPTION %s DISABLE", name);
    if (change_has(change, "connection") && s->connection) {
        g_autofree char *connection = quote_literal(s->connection);
        script_add(script, "ALTER SUBSCRIPTION %s CONNECTION %s", name, connection);
    }
    if (change_has(change, "publications")) {
        g_autofree char *publications = quote_names(s->publications);
        script_add(script, "ALTER SUBSCRIPTION %s SET PUBLICATION %s WITH (refresh = false)", name,
                   publications);
    }
    if (change_has(change, "slot_name")) {
        g_autofree char *slot_name = slot(s);
        script_add(script, "ALTER SUBSCRIPTION %s SET (slot_name = %s)", name, slot_name);
    }
    alter_settings(script, change, name);
    if (change_has(change, "enabled") && s->enabled)
        script_add(script, "ALTER SUBSCRIPTION %s ENABLE", name);
}

static void rename_subscription(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "SUBSCRIPTION", from, to, NULL);
}

/* With a slot, PostgreSQL would connect to drop that on the other server, and could not do so in a
 * transaction. */
static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    const Subscription *s = (const Subscription *)object;
    g_autofree char *name = quote_name(object->name);
    (void)options;
    if (s->enabled)
        script_add(script, "ALTER SUBSCRIPTION %s DISABLE", name);
    if (g_strcmp0(s->slot_name, "none") != 0) {
        script_note(script, false, "the replication slot %s stays on the publisher",
                    s->slot_name ? s->slot_name : object->name);
        script_add(script, "ALTER SUBSCRIPTION %s SET (slot_name = NONE)", name);
    }
    script_add(script, "DROP SUBSCRIPTION %s", name);
}

static char *comment_target(const Object *object)
{
    return plain_target("SUBSCRIPTION", object);
}

const KindSql kind_sql_SUBSCRIPTION = {
    .create = create,
    .alter = alter,
    .rename = rename_subscription,
    .drop = drop,
    .comment_target = comment_target,
};
