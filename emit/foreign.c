/* Foreign-data wrappers, servers and user mappings.
 * https://www.postgresql.org/docs/current/sql-createserver.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void append_options(GString *sql, NameList options)
{
    g_autofree char *text = plain_options(options);
    if (*text)
        g_string_append_printf(sql, " %s", text);
}

/* ---- wrappers ---- */

static void append_function(GString *sql, const char *word, QualifiedName function)
{
    g_autofree char *name = quote_qualified(function);
    g_string_append_printf(sql, " %s %s", word, name);
}

static void create_wrapper(Script *script, const Object *object, const EmitOptions *options)
{
    const ForeignDataWrapper *w = (const ForeignDataWrapper *)object;
    g_autofree char *name = quote_name(object->name);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE FOREIGN DATA WRAPPER %s", name);
    if (w->handler.name)
        append_function(sql, "HANDLER", w->handler);
    if (w->validator.name)
        append_function(sql, "VALIDATOR", w->validator);
    append_options(sql, w->options);
    script_add(script, "%s", sql->str);
}

static void append_function_change(GString *sql, const char *word, QualifiedName function)
{
    if (function.name)
        append_function(sql, word, function);
    else
        g_string_append_printf(sql, " NO %s", word);
}

static void alter_wrapper(Script *script, const Change *change, const EmitOptions *options)
{
    const ForeignDataWrapper *old = (const ForeignDataWrapper *)change->from;
    const ForeignDataWrapper *new = (const ForeignDataWrapper *)change->to;
    g_autofree char *name = quote_name(change->to->name);
    g_autofree char *list = plain_options_change(old->options, new->options);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "ALTER FOREIGN DATA WRAPPER %s", name);
    if (change_has(change, "handler"))
        append_function_change(sql, "HANDLER", new->handler);
    if (change_has(change, "validator"))
        append_function_change(sql, "VALIDATOR", new->validator);
    if (list)
        g_string_append_printf(sql, " %s", list);
    script_add(script, "%s", sql->str);
}

static void rename_wrapper(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "FOREIGN DATA WRAPPER", from, to, NULL);
}

static void drop_wrapper(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "FOREIGN DATA WRAPPER", object);
}

static char *wrapper_target(const Object *object)
{
    return plain_target("FOREIGN DATA WRAPPER", object);
}

const KindSql kind_sql_FOREIGN_DATA_WRAPPER = {
    .create = create_wrapper,
    .alter = alter_wrapper,
    .rename = rename_wrapper,
    .drop = drop_wrapper,
    .comment_target = wrapper_target,
};

/* ---- servers ---- */

static void create_server(Script *script, const Object *object, const EmitOptions *options)
{
    const Server *s = (const Server *)object;
    g_autofree char *name = quote_name(object->name);
    g_autofree char *wrapper = quote_name(s->wrapper);
    g_autofree char *type = s->type ? quote_literal(s->type) : NULL;
    g_autofree char *version = s->version ? quote_literal(s->version) : NULL;
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE SERVER %s", name);
    if (type)
        g_string_append_printf(sql, " TYPE %s", type);
    if (version)
        g_string_append_printf(sql, " VERSION %s", version);
    g_string_append_printf(sql, " FOREIGN DATA WRAPPER %s", wrapper);
    append_options(sql, s->options);
    script_add(script, "%s", sql->str);
}

static void alter_server(Script *script, const Change *change, const EmitOptions *options)
{
    const Server *old = (const Server *)change->from;
    const Server *new = (const Server *)change->to;
    g_autofree char *name = quote_name(change->to->name);
    g_autofree char *list = plain_options_change(old->options, new->options);
    g_autofree char *version = new->version ? quote_literal(new->version) : g_strdup("NULL");
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "ALTER SERVER %s", name);
    if (change_has(change, "version"))
        g_string_append_printf(sql, " VERSION %s", version);
    if (list)
        g_string_append_printf(sql, " %s", list);
    script_add(script, "%s", sql->str);
}

static void rename_server(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "SERVER", from, to, NULL);
}

static void drop_server(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "SERVER", object);
}

static char *server_target(const Object *object)
{
    return plain_target("SERVER", object);
}

const KindSql kind_sql_SERVER = {
    .create = create_server,
    .alter = alter_server,
    .rename = rename_server,
    .drop = drop_server,
    .comment_target = server_target,
};

/* ---- user mappings ---- */

/* "USER MAPPING FOR alice SERVER s" */
static char *mapping_name(const Object *object)
{
    bool everybody = g_str_equal(object->name, "public");
    g_autofree char *user = everybody ? g_strdup("PUBLIC") : quote_name(object->name);
    g_autofree char *server = quote_name(object->parent->name);
    return g_strdup_printf("USER MAPPING FOR %s SERVER %s", user, server);
}

static void create_mapping(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = mapping_name(object);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE %s", name);
    append_options(sql, ((const UserMapping *)object)->options);
    script_add(script, "%s", sql->str);
}

static void alter_mapping(Script *script, const Change *change, const EmitOptions *options)
{
    const UserMapping *old = (const UserMapping *)change->from;
    const UserMapping *new = (const UserMapping *)change->to;
    g_autofree char *name = mapping_name(change->to);
    g_autofree char *list = plain_options_change(old->options, new->options);
    (void)options;
    if (list)
        script_add(script, "ALTER %s %s", name, list);
}

static void drop_mapping(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = mapping_name(object);
    (void)options;
    script_add(script, "DROP %s", name);
}

const KindSql kind_sql_USER_MAPPING = {
    .create = create_mapping,
    .alter = alter_mapping,
    .drop = drop_mapping,
};
