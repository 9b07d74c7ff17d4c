/* Languages, transforms, access methods.
 * https://www.postgresql.org/docs/current/sql-createlanguage.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

static void append_function(GString *sql, const char *word, QualifiedName function)
{
    if (!function.name)
        return;
    g_autofree char *name = quote_qualified(function);
    g_string_append_printf(sql, " %s %s", word, name);
}

static void create_language(Script *script, const Object *object, const EmitOptions *options)
{
    const Language *l = (const Language *)object;
    g_autofree char *name = quote_name(object->name);
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    append_function(sql, "HANDLER", l->handler);
    append_function(sql, "INLINE", l->inline_handler);
    append_function(sql, "VALIDATOR", l->validator);
    script_add(script, "CREATE %sLANGUAGE %s%s", l->trusted ? "TRUSTED " : "", name, sql->str);
}

static void rename_language(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "LANGUAGE", from, to, NULL);
}

static void drop_language(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "LANGUAGE", object);
}

static char *language_target(const Object *object)
{
    return plain_target("LANGUAGE", object);
}

const KindSql kind_sql_LANGUAGE = {
    .create = create_language,
    .rename = rename_language,
    .drop = drop_language,
    .comment_target = language_target,
};

/* "TRANSFORM FOR type LANGUAGE l" */
static char *transform_name(const Object *object)
{
    const Transform *t = (const Transform *)object;
    g_autofree char *language = quote_name(t->language);
    return g_strdup_printf("TRANSFORM FOR %s LANGUAGE %s", t->type, language);
}

static void create_transform(Script *script, const Object *object, const EmitOptions *options)
{
    const Transform *t = (const Transform *)object;
    g_autofree char *name = transform_name(object);
    g_autofree char *from = t->from_sql.name ? quote_qualified(t->from_sql) : NULL;
    g_autofree char *to = t->to_sql.name ? quote_qualified(t->to_sql) : NULL;
    g_autoptr(GString) list = g_string_new(NULL);
    (void)options;
    if (from)
        g_string_append_printf(list, "FROM SQL WITH FUNCTION %s(internal)", from);
    if (to)
        g_string_append_printf(list, "%sTO SQL WITH FUNCTION %s(internal)", from ? ", " : "", to);
    script_add(script, "CREATE %s (%s)", name, list->str);
}

static void drop_transform(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = transform_name(object);
    (void)options;
    script_add(script, "DROP %s", name);
}

const KindSql kind_sql_TRANSFORM = {
    .create = create_transform,
    .drop = drop_transform,
    .comment_target = transform_name,
};

static void create_method(Script *script, const Object *object, const EmitOptions *options)
{
    const AccessMethod *m = (const AccessMethod *)object;
    g_autofree char *name = quote_name(object->name);
    g_autofree char *handler = quote_qualified(m->handler);
    (void)options;
    script_add(script, "CREATE ACCESS METHOD %s TYPE %s HANDLER %s", name,
               m->type ? "TABLE" : "INDEX", handler);
}

static void drop_method(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "ACCESS METHOD", object);
}

static char *method_target(const Object *object)
{
    return plain_target("ACCESS METHOD", object);
}

const KindSql kind_sql_ACCESS_METHOD = {
    .create = create_method,
    .drop = drop_method,
    .comment_target = method_target,
};
