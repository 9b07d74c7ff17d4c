/* CREATE AGGREGATE.
 * https://www.postgresql.org/docs/current/sql-createaggregate.html */
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "emit/routine.h"
#include "schema/kinds.h"

#include <stdlib.h>
#include <string.h>

/* "(*)" where there are no arguments. */
static char *identity(const Object *object)
{
    return g_strdup_printf("(%s)", *object->arguments ? object->arguments : "*");
}

static char *full_name(const Object *object)
{
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autofree char *arguments = identity(object);
    return g_strconcat(name, arguments, NULL);
}

/* The arguments from `first` to before `end`. */
static void append_arguments(GString *out, const Aggregate *a, guint first, guint end)
{
    const Argument *argument = a->arguments.items;
    for (guint i = first; i < end; i++) {
        g_string_append(out, i > first ? ", " : "");
        routine_append_argument(out, &argument[i], false);
    }
}

/* One VARIADIC "any" before ORDER BY stands for those after it too. */
static void append_signature(GString *out, const Aggregate *a)
{
    guint count = a->arguments.count;
    guint direct = a->direct_arguments ? (guint)strtoul(a->direct_arguments, NULL, 10) : 0;
    if (!a->aggregate_kind && count == 0) {
        g_string_append_c(out, '*');
    } else if (!a->aggregate_kind) {
        append_arguments(out, a, 0, count);
    } else {
        append_arguments(out, a, 0, MIN(direct, count));
        g_string_append(out, direct ? " ORDER BY " : "ORDER BY ");
        append_arguments(out, a, direct < count ? direct : count - 1, count);
    }
}

static void item(GString *out, const char *key, const char *value)
{
    if (value)
        g_string_append_printf(out, "%s\n    %s = %s", out->len ? "," : "", key, value);
}

static void function(GString *out, const char *key, QualifiedName name)
{
    g_autofree char *quoted = name.name ? quote_qualified(name) : NULL;
    item(out, key, quoted);
}

static void literal(GString *out, const char *key, const char *text)
{
    g_autofree char *quoted = text ? quote_literal(text) : NULL;
    item(out, key, quoted);
}

static void word(GString *out, const char *key, const char *text)
{
    g_autofree char *name = text ? g_strdelimit(g_ascii_strup(text, -1), " ", '_') : NULL;
    item(out, key, name);
}

static void flag(GString *out, const char *key, bool value)
{
    if (value)
        g_string_append_printf(out, ",\n    %s", key);
}

static char *definition(const Aggregate *a)
{
    GString *out = g_string_new(NULL);
    function(out, "SFUNC", a->state_function);
    item(out, "STYPE", a->state_type);
    item(out, "SSPACE", a->state_size);
    function(out, "FINALFUNC", a->final_function);
    flag(out, "FINALFUNC_EXTRA", a->final_extra);
    word(out, "FINALFUNC_MODIFY", a->final_modify);
    function(out, "COMBINEFUNC", a->combine_function);
    function(out, "SERIALFUNC", a->serial_function);
    function(out, "DESERIALFUNC", a->deserial_function);
    literal(out, "INITCOND", a->initial);
    function(out, "MSFUNC", a->moving_state_function);
    function(out, "MINVFUNC", a->moving_inverse_function);
    item(out, "MSTYPE", a->moving_state_type);
    item(out, "MSSPACE", a->moving_state_size);
    function(out, "MFINALFUNC", a->moving_final_function);
    flag(out, "MFINALFUNC_EXTRA", a->moving_final_extra);
    word(out, "MFINALFUNC_MODIFY", a->moving_final_modify);
    literal(out, "MINITCOND", a->moving_initial);
    item(out, "SORTOP", a->sort_operator);
    word(out, "PARALLEL", a->parallel);
    flag(out, "HYPOTHETICAL", g_strcmp0(a->aggregate_kind, "hypothetical") == 0);
    return g_string_free(out, FALSE);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Aggregate *a = (const Aggregate *)object;
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autoptr(GString) signature = g_string_new(NULL);
    g_autofree char *body = definition(a);
    (void)options;
    append_signature(signature, a);
    script_add(script, "CREATE AGGREGATE %s(%s) (%s\n)", name, signature->str, body);
}

static void rename_aggregate(Script *script, const Object *from, const Object *to)
{
    g_autofree char *arguments = identity(from);
    plain_rename(script, "AGGREGATE", from, to, arguments);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = full_name(object);
    (void)options;
    script_add(script, "DROP AGGREGATE %s", name);
}

static char *comment_target(const Object *object)
{
    g_autofree char *name = full_name(object);
    return g_strconcat("AGGREGATE ", name, NULL);
}

const KindSql kind_sql_AGGREGATE = {
    .create = create,
    .rename = rename_aggregate,
    .drop = drop,
    .comment_target = comment_target,
};
