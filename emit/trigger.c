/* CREATE TRIGGER and CREATE EVENT TRIGGER.
 * https://www.postgresql.org/docs/current/sql-createtrigger.html */
#include "emit/attached.h"
#include "emit/emission.h"
#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

static void append_events(GString *out, const Trigger *t)
{
    for (guint i = 0; i < t->events.count; i++) {
        g_autofree char *event = g_ascii_strup(t->events.names[i], -1);
        g_string_append_printf(out, "%s%s", i ? " OR " : " ", event);
        if (t->update_of.count && strcmp(t->events.names[i], "update") == 0) {
            g_autofree char *columns = quote_names(t->update_of);
            g_string_append_printf(out, " OF %s", columns);
        }
    }
}

static void append_constraint(GString *out, const Trigger *t)
{
    if (t->from.name) {
        g_autofree char *from = quote_qualified(t->from);
        g_string_append_printf(out, "\nFROM %s", from);
    }
    if (t->deferrable) {
        g_autofree char *upper = g_ascii_strup(t->deferrable, -1);
        g_string_append_printf(out, "\nDEFERRABLE %s", upper);
    }
}

static void append_transition(GString *out, const Trigger *t)
{
    if (!t->old_table && !t->new_table)
        return;
    g_string_append(out, "\nREFERENCING");
    if (t->old_table) {
        g_autofree char *name = quote_name(t->old_table);
        g_string_append_printf(out, " OLD TABLE AS %s", name);
    }
    if (t->new_table) {
        g_autofree char *name = quote_name(t->new_table);
        g_string_append_printf(out, " NEW TABLE AS %s", name);
    }
}

static void append_call(GString *out, QualifiedName function, NameList arguments)
{
    g_autofree char *name = quote_qualified(function);
    g_string_append_printf(out, "\nEXECUTE FUNCTION %s(", name);
    for (guint i = 0; i < arguments.count; i++) {
        g_autofree char *literal = quote_literal(arguments.names[i]);
        g_string_append_printf(out, "%s%s", i ? ", " : "", literal);
    }
    g_string_append_c(out, ')');
}

static void append_condition(GString *out, const char *when)
{
    g_autofree char *enclosed = when ? expression_enclosed(when) : NULL;
    if (enclosed)
        g_string_append_printf(out, "\nWHEN %s", enclosed);
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Trigger *t = (const Trigger *)object;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *name = quote_name(object->name);
    g_autofree char *table = quote_object(object->parent);
    g_autofree char *timing = g_ascii_strup(t->timing ? t->timing : "after", -1);
    (void)options;
    g_string_append_printf(out, "CREATE%s TRIGGER %s\n%s", t->constraint ? " CONSTRAINT" : "", name,
                           timing);
    append_events(out, t);
    g_string_append_printf(out, " ON %s", table);
    append_constraint(out, t);
    append_transition(out, t);
    g_string_append_printf(out, "\nFOR EACH %s", t->for_each ? "ROW" : "STATEMENT");
    append_condition(out, t->when);
    append_call(out, t->function, t->arguments);
    script_add(script, "%s", out->str);
    if (t->state)
        attached_set_state(script, object, "TRIGGER", t->state);
}

static void alter(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    if (change_has(change, "state"))
        attached_set_state(script, change->to, "TRIGGER", ((const Trigger *)change->to)->state);
}

static void rename_trigger(Script *script, const Object *from, const Object *to)
{
    attached_rename(script, "TRIGGER", from, to);
}

/* Before PostgreSQL 15 the triggers of partitions keep their names. */
static void rename_along(Script *script, const Object *from, const Object *to,
                         const EmitOptions *options)
{
    if (options->server_version >= 150000 || !options->emission)
        return;
    g_autoptr(GPtrArray) parts = parts_of(options->emission->plan->renamed, to);
    for (guint i = 0; i < parts->len; i++) {
        const Object *part = g_ptr_array_index(parts, i);
        attached_rename(script, "TRIGGER", from, part);
        rename_along(script, from, part, options);
    }
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    attached_drop(script, "TRIGGER", object);
}

static char *comment_target(const Object *object)
{
    return attached_target("TRIGGER", object);
}

const KindSql kind_sql_TRIGGER = {
    .create = create,
    .alter = alter,
    .rename = rename_trigger,
    .rename_along = rename_along,
    .drop = drop,
    .comment_target = comment_target,
};

/* ---- event triggers ---- */

static void set_event_state(Script *script, const EventTrigger *t)
{
    g_autofree char *name = quote_name(t->object.name);
    script_add(script, "ALTER EVENT TRIGGER %s %s", name, attached_state_words(t->state));
}

static void create_event(Script *script, const Object *object, const EmitOptions *options)
{
    const EventTrigger *t = (const EventTrigger *)object;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *name = quote_name(object->name);
    (void)options;
    g_string_append_printf(out, "CREATE EVENT TRIGGER %s ON %s", name,
                           t->event ? t->event : "ddl_command_start");
    for (guint i = 0; i < t->tags.count; i++) {
        g_autofree char *tag = quote_literal(t->tags.names[i]);
        g_string_append_printf(out, "%s%s", i ? ", " : "\nWHEN TAG IN (", tag);
    }
    if (t->tags.count)
        g_string_append_c(out, ')');
    append_call(out, t->function, (NameList){0, NULL});
    script_add(script, "%s", out->str);
    if (t->state)
        set_event_state(script, t);
}

static void alter_event(Script *script, const Change *change, const EmitOptions *options)
{
    (void)options;
    if (change_has(change, "state"))
        set_event_state(script, (const EventTrigger *)change->to);
}

static void rename_event(Script *script, const Object *from, const Object *to)
{
    g_autofree char *old = quote_name(from->name);
    g_autofree char *name = quote_name(to->name);
    script_add(script, "ALTER EVENT TRIGGER %s RENAME TO %s", old, name);
}

static void drop_event(Script *script, const Object *object, const EmitOptions *options)
{
    g_autofree char *name = quote_name(object->name);
    (void)options;
    script_add(script, "DROP EVENT TRIGGER %s", name);
}

static char *event_target(const Object *object)
{
    g_autofree char *name = quote_name(object->name);
    return g_strconcat("EVENT TRIGGER ", name, NULL);
}

const KindSql kind_sql_EVENT_TRIGGER = {
    .create = create_event,
    .alter = alter_event,
    .rename = rename_event,
    .drop = drop_event,
    .comment_target = event_target,
};
