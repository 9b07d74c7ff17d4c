#include "emit/not_null.h"

#include "emit/emission.h"
#include "emit/quote.h"
#include "schema/default_names.h"
#include "schema/identifier.h"
#include "schema/sqltext.h"

#include <string.h>

/* The name that the statement must say; NULL: PostgreSQL finds the same one by itself. */
static const char *said_name(const Column *column)
{
    g_autofree char *own = default_not_null_name(&column->object);
    bool same = !column->not_null_name || strcmp(column->not_null_name, own) == 0;
    return same ? NULL : column->not_null_name;
}

static void append_name(GString *out, const Column *column)
{
    const char *said = said_name(column);
    if (!said)
        return;
    g_autofree char *name = quote_name(said);
    g_string_append_printf(out, "CONSTRAINT %s ", name);
}

bool not_null_is_named_apart(const Column *column, const Column *above)
{
    g_autofree char *own = default_not_null_name(&above->object);
    const char *handed = above->not_null_name ? above->not_null_name : own;
    return column->not_null_name && strcmp(column->not_null_name, handed) != 0;
}

bool not_null_comes_later(const Column *column)
{
    return column->not_null && column->not_null_not_valid;
}

void not_null_append(GString *out, const Column *column)
{
    if (!column->not_null || not_null_comes_later(column))
        return;
    g_string_append_c(out, ' ');
    append_name(out, column);
    g_string_append_printf(out, "NOT NULL%s", column->not_null_no_inherit ? " NO INHERIT" : "");
}

/* Whether ALTER COLUMN can say all of it. */
static bool is_plain(const Column *column)
{
    return !said_name(column) && !column->not_null_no_inherit && !column->not_null_not_valid;
}

void not_null_set(Script *script, const Column *column)
{
    g_autofree char *name = quote_name(column->object.name);
    if (is_plain(column)) {
        script_then(script, column->object.parent, "ALTER COLUMN %s SET NOT NULL", name);
        return;
    }
    g_autoptr(GString) constraint = g_string_new(NULL);
    append_name(constraint, column);
    script_then(script, column->object.parent, "ADD %sNOT NULL %s%s%s", constraint->str, name,
                column->not_null_no_inherit ? " NO INHERIT" : "",
                column->not_null_not_valid ? " NOT VALID" : "");
}

/* SET NOT NULL skips the scan where a valid check proves that there are no NULLs. */
static void set_by_check(Script *script, const Column *column)
{
    const Object *table = column->object.parent;
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *raw =
        g_strdup_printf("%s_%s_not_null_check", table->name, column->object.name);
    raw[identifier_clip(raw, IDENTIFIER_LIMIT)] = '\0';
    g_autofree char *check = quote_name(raw);
    script_clause(script, table, "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID", check, name);
    script_step(script);
    script_clause(script, table, "VALIDATE CONSTRAINT %s", check);
    script_step(script);
    not_null_set(script, column);
    script_close(script);
    script_clause(script, table, "DROP CONSTRAINT %s", check);
}

/* Whether a check that stands already says so. */
static bool is_proved(const Column *column, const EmitOptions *options)
{
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *proof = g_strdup_printf("%s IS NOT NULL", name);
    guint position = 0;
    for (const Object *c; (c = object_child(column->object.parent, KIND_CHECK, &position));) {
        const Check *check = (const Check *)c;
        if (!check->not_valid && !check->not_enforced && !emission_is_new(options, c) &&
            sql_equal(check->expression, proof))
            return true;
    }
    return false;
}

void not_null_set_safely(Script *script, const Column *column, const EmitOptions *options)
{
    const Object *table = column->object.parent;
    if (options->online && !column->not_null_not_valid && !emission_is_new(options, table) &&
        !((const Table *)table)->partition_by && !is_proved(column, options))
        set_by_check(script, column);
    else
        not_null_set(script, column);
}

/* The name that the constraint has after a change. Freed with g_free. */
static char *name_after(const Column *from, const Column *to)
{
    if (to->not_null_name)
        return g_strdup(to->not_null_name);
    return from->not_null_name ? g_strdup(from->not_null_name) : default_not_null_name(&to->object);
}

/* A valid constraint cannot become one that is not, and one of this table alone cannot reach its
 * children. */
static void make_anew(Script *script, const Column *from, const Column *to)
{
    Column named = *to;
    g_autofree char *name = quote_name(to->object.name);
    if (!named.not_null_name)
        named.not_null_name = from->not_null_name;
    script_clause(script, to->object.parent, "ALTER COLUMN %s DROP NOT NULL", name);
    not_null_set(script, &named);
}

void not_null_alter(Script *script, const Change *change, const EmitOptions *options)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    const Object *table = to->object.parent;
    bool validity = change_has(change, "not_null_not_valid");
    if (change_has(change, "not_null_no_inherit") || (validity && to->not_null_not_valid)) {
        make_anew(script, from, to);
        return;
    }
    g_autofree char *raw = name_after(from, to);
    g_autofree char *name = quote_name(raw);
    g_autofree char *table_name = quote_object(table);
    if (change_has(change, "not_null_name")) {
        g_autofree char *old = quote_name(from->not_null_name);
        script_about(script, table);
        script_add(script, "ALTER TABLE %s RENAME CONSTRAINT %s TO %s", table_name, old, name);
    }
    if (validity && options->online)
        script_last(script, table, "ALTER TABLE %s VALIDATE CONSTRAINT %s", table_name, name);
    else if (validity)
        script_clause(script, table, "VALIDATE CONSTRAINT %s", name);
}

static void set_comment(Script *script, const Column *from, const Column *to)
{
    g_autofree char *raw = name_after(from, to);
    g_autofree char *name = quote_name(raw);
    g_autofree char *table = quote_object(to->object.parent);
    g_autofree char *text = to->not_null_comment ? quote_literal(to->not_null_comment) : NULL;
    script_after(script, "COMMENT ON CONSTRAINT %s ON %s IS %s", name, table, text ? text : "NULL");
}

void not_null_comment(Script *script, const Column *column)
{
    if (column->not_null && column->not_null_comment)
        set_comment(script, column, column);
}

void not_null_comment_alter(Script *script, const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    bool anew = !from->not_null || change_has(change, "not_null_no_inherit") ||
                (change_has(change, "not_null_not_valid") && to->not_null_not_valid);
    if (anew)
        not_null_comment(script, to);
    else if (to->not_null && change_has(change, "not_null_comment"))
        set_comment(script, from, to);
}
