/* Operators, operator families and classes, casts.
 * https://www.postgresql.org/docs/current/sql-createoperator.html */
#include "emit/definition.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

/* ---- operators ---- */

/* public.=== */
static char *operator_name(const Object *object)
{
    g_autofree char *schema = quote_name(object->schema);
    return g_strdup_printf("%s.%s", schema, object->name);
}

/* "OPERATOR public.=== (integer, integer)" */
static char *operator_target(const Object *object)
{
    g_autofree char *name = operator_name(object);
    return g_strdup_printf("OPERATOR %s (%s)", name, object->arguments);
}

static const DefinitionRow operator_rows[] = {
    {"function", "FUNCTION"}, {"left", "LEFTARG"}, {"right", "RIGHTARG"},
    {"restrict", "RESTRICT"}, {"join", "JOIN"},    {NULL, NULL},
};

static void create_operator(Script *script, const Object *object, const EmitOptions *options)
{
    const Operator *o = (const Operator *)object;
    g_autofree char *name = operator_name(object);
    g_autofree char *list = definition_list(object, operator_rows);
    g_autoptr(GString) more = g_string_new(NULL);
    (void)options;
    if (o->commutator)
        g_string_append_printf(more, ", COMMUTATOR = %s", o->commutator);
    if (o->negator)
        g_string_append_printf(more, ", NEGATOR = %s", o->negator);
    if (o->hashes)
        g_string_append(more, ", HASHES");
    if (o->merges)
        g_string_append(more, ", MERGES");
    script_add(script, "CREATE OPERATOR %s (%s%s)", name, list, more->str);
}

static void rename_operator(Script *script, const Object *from, const Object *to)
{
    g_autofree char *target = operator_target(from);
    g_autofree char *schema = quote_name(to->schema);
    if (from->schema != to->schema)
        script_add(script, "ALTER %s SET SCHEMA %s", target, schema);
}

static void drop_operator(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *target = operator_target(object);
    (void)options;
    script_add(script, "DROP %s", target);
}

const KindSql kind_sql_OPERATOR = {
    .create = create_operator,
    .rename = rename_operator,
    .drop = drop_operator,
    .comment_target = operator_target,
};

/* ---- families and classes ---- */

static char *of_method(const char *word, const Object *object, const char *method)
{
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autofree char *am = quote_name(method);
    return g_strdup_printf("%s %s USING %s", word, name, am);
}

static char *family_target(const Object *object)
{
    return of_method("OPERATOR FAMILY", object, ((const OperatorFamily *)object)->method);
}

static char *class_target(const Object *object)
{
    return of_method("OPERATOR CLASS", object, ((const OperatorClass *)object)->method);
}

static char *listed(NameList members)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < members.count; i++)
        g_string_append_printf(out, "%s    %s", i ? ",\n" : "", members.names[i]);
    return g_string_free(out, FALSE);
}

static void create_family(Script *script, const Object *object, const EmitOptions *options)
{
    NameList members = ((const OperatorFamily *)object)->members;
    g_autofree char *target = family_target(object);
    g_autofree char *list = listed(members);
    (void)options;
    script_add(script, "CREATE %s", target);
    if (members.count)
        script_add(script, "ALTER %s ADD\n%s", target, list);
}

/* "OPERATOR 1 (integer, text)": how ALTER OPERATOR FAMILY … DROP calls a member. The types stand in
 * the first parentheses, whether they are the operator's, given for a function, or the function's.
 */
static char *member_key(const char *member)
{
    g_autoptr(GArray) tokens = sql_tokens(member);
    const SqlToken *number = NULL;
    const SqlToken *open = NULL;
    for (guint i = 0; tokens && i < tokens->len; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        if (!number && token->kind == SQL_NUMBER)
            number = token;
        else if (number && !open && *token->start == '(')
            open = token;
        else if (open && *token->start == ')')
            return g_strdup_printf("%.*s %.*s", (int)(number->start - member) + (int)number->length,
                                   member, (int)(token->start - open->start) + 1, open->start);
    }
    return g_strdup(member);
}

static bool has_member(NameList members, const char *member)
{
    for (guint i = 0; i < members.count; i++)
        if (sql_equal(members.names[i], member))
            return true;
    return false;
}

static void alter_family(Script *script, const Change *change, const EmitOptions *options)
{
    NameList old = ((const OperatorFamily *)change->from)->members;
    NameList new = ((const OperatorFamily *)change->to)->members;
    g_autofree char *target = family_target(change->to);
    g_autoptr(GString) dropped = g_string_new(NULL);
    g_autoptr(GString) added = g_string_new(NULL);
    (void)options;
    for (guint i = 0; i < old.count; i++) {
        g_autofree char *key = member_key(old.names[i]);
        if (!has_member(new, old.names[i]))
            g_string_append_printf(dropped, "%s    %s", dropped->len ? ",\n" : "", key);
    }
    for (guint i = 0; i < new.count; i++)
        if (!has_member(old, new.names[i]))
            g_string_append_printf(added, "%s    %s", added->len ? ",\n" : "", new.names[i]);
    if (dropped->len)
        script_add(script, "ALTER %s DROP\n%s", target, dropped->str);
    if (added->len)
        script_add(script, "ALTER %s ADD\n%s", target, added->str);
}

static void rename_family(Script *script, const Object *from, const Object *to)
{
    g_autofree char *method = quote_name(((const OperatorFamily *)from)->method);
    g_autofree char *tail = g_strdup_printf(" USING %s", method);
    plain_rename(script, "OPERATOR FAMILY", from, to, tail);
}

static void drop_family(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *target = family_target(object);
    (void)options;
    script_add(script, "DROP %s", target);
}

const KindSql kind_sql_OPERATOR_FAMILY = {
    .create = create_family,
    .alter = alter_family,
    .rename = rename_family,
    .drop = drop_family,
    .comment_target = family_target,
};

static void create_class(Script *script, const Object *object, const EmitOptions *options)
{
    const OperatorClass *c = (const OperatorClass *)object;
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autofree char *method = quote_name(c->method);
    g_autofree char *family = c->family.name ? quote_qualified(c->family) : NULL;
    g_autofree char *list = listed(c->members);
    g_autofree char *storage = g_strdup_printf("STORAGE %s", c->storage ? c->storage : c->type);
    (void)options;
    script_add(script, "CREATE OPERATOR CLASS %s%s FOR TYPE %s USING %s%s%s AS\n%s%s%s", name,
               c->is_default ? " DEFAULT" : "", c->type, method, family ? " FAMILY " : "",
               family ? family : "", list, c->members.count && c->storage ? ",\n    " : "",
               c->storage || !c->members.count ? storage : "");
}

static void rename_class(Script *script, const Object *from, const Object *to)
{
    g_autofree char *method = quote_name(((const OperatorClass *)from)->method);
    g_autofree char *tail = g_strdup_printf(" USING %s", method);
    plain_rename(script, "OPERATOR CLASS", from, to, tail);
}

static void drop_class(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *target = class_target(object);
    (void)options;
    script_add(script, "DROP %s", target);
}

const KindSql kind_sql_OPERATOR_CLASS = {
    .create = create_class,
    .rename = rename_class,
    .drop = drop_class,
    .comment_target = class_target,
};

/* ---- casts ---- */

static char *cast_target(const Object *object)
{
    const Cast *c = (const Cast *)object;
    return g_strdup_printf("CAST (%s AS %s)", c->source, c->target);
}

static void create_cast(Script *script, const Object *object, const EmitOptions *options)
{
    const Cast *c = (const Cast *)object;
    g_autofree char *target = cast_target(object);
    g_autofree char *function = c->function.name ? quote_qualified(c->function) : NULL;
    g_autofree char *context = c->context ? g_ascii_strup(c->context, -1) : NULL;
    g_autoptr(GString) sql = g_string_new(NULL);
    (void)options;
    g_string_append_printf(sql, "CREATE %s WITH", target);
    if (function)
        g_string_append_printf(sql, " FUNCTION %s(%s)", function,
                               c->arguments ? c->arguments : c->source);
    else
        g_string_append(sql, c->inout ? " INOUT" : "OUT FUNCTION");
    if (context)
        g_string_append_printf(sql, " AS %s", context);
    script_add(script, "%s", sql->str);
}

static void drop_cast(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *target = cast_target(object);
    (void)options;
    script_add(script, "DROP %s", target);
}

const KindSql kind_sql_CAST = {
    .create = create_cast,
    .drop = drop_cast,
    .comment_target = cast_target,
};
