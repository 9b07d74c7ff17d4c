/* CREATE FUNCTION and CREATE PROCEDURE.
 * https://www.postgresql.org/docs/current/sql-createfunction.html */
#include "emit/array_cast.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "emit/routine.h"
#include "schema/kinds.h"

#include <string.h>

#define LINE_LENGTH 96 /* before arguments stand one a line */

static bool has_mode(const Argument *argument, const char *mode)
{
    return argument->mode && strcmp(argument->mode, mode) == 0;
}

static const char *sql_word(const Object *object)
{
    return object_kind(object) == KIND_PROCEDURE ? "PROCEDURE" : "FUNCTION";
}

/* The arguments, or else the columns of the result. */
static char *argument_list(const Routine *routine, bool columns, const char *separator)
{
    GString *out = g_string_new(NULL);
    const Argument *argument = routine->arguments.items;
    for (guint i = 0; i < routine->arguments.count; i++) {
        if (has_mode(&argument[i], "table") != columns)
            continue;
        g_string_append(out, out->len ? separator : "");
        routine_append_argument(out, &argument[i], !columns);
    }
    return g_string_free(out, FALSE);
}

/* A list in parentheses after `begin`: in one line where it is not a long one. */
static void append_list(GString *out, const char *begin, const Routine *routine, bool columns)
{
    g_autofree char *list = argument_list(routine, columns, ", ");
    g_autofree char *lines = argument_list(routine, columns, ",\n    ");
    if (strlen(begin) + strlen(list) + strlen("()") <= LINE_LENGTH)
        g_string_append_printf(out, "%s(%s)", begin, list);
    else
        g_string_append_printf(out, "%s(\n    %s\n)", begin, lines);
}

static bool returns_table(const Routine *routine)
{
    const Argument *argument = routine->arguments.items;
    for (guint i = 0; i < routine->arguments.count; i++)
        if (has_mode(&argument[i], "table"))
            return true;
    return false;
}

static void append_returns(GString *out, const Routine *routine)
{
    if (returns_table(routine)) {
        append_list(out, "\nRETURNS TABLE", routine, true);
        return;
    }
    const char *type =
        routine->returns ? routine->returns : routine_result_type(routine->arguments);
    if (type && (routine->returns || routine->returns_set))
        g_string_append_printf(out, "\nRETURNS %s%s", routine->returns_set ? "SETOF " : "", type);
}

static void append_transforms(GString *out, const Routine *routine)
{
    for (guint i = 0; i < routine->transforms.count; i++)
        g_string_append_printf(out, "%s %s", i ? ", FOR TYPE" : "\nTRANSFORM FOR TYPE",
                               routine->transforms.names[i]);
}

static void append_word(GString *out, const char *prefix, const char *word)
{
    g_autofree char *upper = g_ascii_strup(word ? word : "", -1);
    if (word)
        g_string_append_printf(out, "%s%s%s", out->len ? " " : "", prefix, upper);
}

static void append_attributes(GString *out, const Routine *routine)
{
    g_autoptr(GString) line = g_string_new(NULL);
    append_word(line, "", routine->window ? "WINDOW" : NULL);
    append_word(line, "", routine->volatility);
    append_word(line, "", routine->strict ? "STRICT" : NULL);
    append_word(line, "", routine->security_definer ? "SECURITY DEFINER" : NULL);
    append_word(line, "", routine->leakproof ? "LEAKPROOF" : NULL);
    append_word(line, "PARALLEL ", routine->parallel);
    append_word(line, "COST ", routine->cost);
    append_word(line, "ROWS ", routine->rows);
    if (routine->support.name) {
        g_autofree char *support = quote_qualified(routine->support);
        g_string_append_printf(line, "%sSUPPORT %s", line->len ? " " : "", support);
    }
    if (line->len)
        g_string_append_printf(out, "\n%s", line->str);
}

static void append_body(GString *out, const Routine *routine)
{
    if (routine->sql_body) {
        g_autofree char *body = array_casts_kept(routine->sql_body);
        g_string_append_printf(out, "\n%s", body);
        return;
    }
    const char *body = routine->body ? routine->body : "";
    g_string_append(out, "\nAS ");
    if (routine->object_file) {
        g_autofree char *file = quote_literal(routine->object_file);
        g_autofree char *symbol = quote_literal(body);
        g_string_append_printf(out, "%s, %s", file, symbol);
    } else {
        g_autofree char *quoted = quote_dollar(body);
        g_string_append(out, quoted);
    }
}

/* A body may use what later statements create. */
static const char without_body_checks[] = "check_function_bodies = off";

static void write_routine(Script *script, const char *verb, const Routine *routine)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const Object *object = &routine->object;
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    g_autofree char *language = quote_name(routine->language ? routine->language : "sql");
    g_autofree char *begin = g_strdup_printf("%s %s %s", verb, sql_word(object), name);
    append_list(out, begin, routine, false);
    if (object_kind(object) == KIND_FUNCTION)
        append_returns(out, routine);
    g_string_append_printf(out, "\nLANGUAGE %s", language);
    append_transforms(out, routine);
    append_attributes(out, routine);
    for (guint i = 0; i < routine->settings.count; i++) {
        g_string_append_c(out, '\n');
        routine_append_setting(out, routine->settings.names[i]);
    }
    append_body(out, routine);
    script_local(script, without_body_checks);
    script_add(script, "%s", out->str);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    write_routine(script, "CREATE", (const Routine *)object);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    write_routine(script, "CREATE OR REPLACE", (const Routine *)change->to);
}

static void rename_routine(Script *script, const Object *from, const Object *to)
{
    g_autofree char *arguments = g_strdup_printf("(%s)", from->arguments);
    plain_rename(script, sql_word(from), from, to, arguments);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quote_object(object);
    (void)options;
    script_add(script, "DROP %s %s", sql_word(object), name);
}

/* The name that a function of the old state has until it goes: no other function has it, so that it
 * can be dropped without its arguments, whose types may have other names by then. Freed with
 * g_free. */
static char *name_aside(const Plan *plan, const Object *function)
{
    guint overloads = 0;
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        const Object *from = change->from;
        if (from == function)
            break;
        if (change->op == CHANGE_OP_RETIRE && from->name == function->name &&
            from->schema == function->schema && object_kind(from) == object_kind(function))
            overloads++;
    }
    if (!overloads)
        return retired_name(function);
    g_autofree char *numbered = g_strdup_printf("%u_%s", overloads + 1, function->name);
    Object other = *function;
    other.name = numbered;
    return retired_name(&other);
}

static void retire(Script *script, const Change *change, const EmitOptions *options)
{
    g_autofree char *aside = name_aside(options->emission->plan, change->from);
    Object retired = *change->from;
    retired.name = aside;
    rename_routine(script, change->from, &retired);
}

static void drop_retired(Script *script, const Change *change, const EmitOptions *options)
{
    g_autofree char *aside = name_aside(options->emission->plan, change->from);
    g_autofree char *name = quote_qualified((QualifiedName){change->from->schema, aside});
    script_add(script, "DROP %s %s", sql_word(change->from), name);
}

static char *comment_target(const Object *object)
{
    g_autofree char *name = quote_object(object);
    return g_strdup_printf("%s %s", sql_word(object), name);
}

#define ROUTINE_SQL                                                                      \
    {                                                                                    \
        .create = create, .alter = alter, .rename = rename_routine, .drop = drop,        \
        .retire = retire, .drop_retired = drop_retired, .comment_target = comment_target \
    }

const KindSql kind_sql_FUNCTION = ROUTINE_SQL;
const KindSql kind_sql_PROCEDURE = ROUTINE_SQL;
