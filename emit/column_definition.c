#include "emit/clause.h"
#include "emit/column.h"
#include "emit/column_numbering.h"
#include "emit/expression.h"
#include "emit/not_null.h"
#include "emit/numbering.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/sqltext.h"
#include "schema/type_name.h"

#define STORAGE_INLINE 160000 /* STORAGE in a column definition, SET STORAGE DEFAULT */

void column_append_identity(GString *out, const Column *column)
{
    g_autofree char *kind = clause_word(column->identity);
    g_autofree char *options = numbering_options(&column->sequence);
    g_autoptr(GString) list = g_string_new(NULL);
    if (column->identity_sequence.name) {
        g_autofree char *name = quote_qualified(column->identity_sequence);
        g_string_append_printf(list, "SEQUENCE NAME %s", name);
    }
    if (*options)
        g_string_append_printf(list, "%s%s", list->len ? " " : "", options);
    g_string_append_printf(out, " GENERATED %s AS IDENTITY", kind);
    if (list->len)
        g_string_append_printf(out, " (%s)", list->str);
}

static void append_value(GString *out, const Column *column)
{
    if (column->default_expr) {
        g_autofree char *value = expression_default(column->default_expr);
        g_string_append_printf(out, " DEFAULT %s", value);
    }
    if (column->generated) {
        g_autofree char *value = expression_enclosed(column->generated);
        g_string_append_printf(out, " GENERATED ALWAYS AS %s %s", value,
                               column->generated_virtual ? "VIRTUAL" : "STORED");
    }
    if (column->identity)
        column_append_identity(out, column);
}

char *column_definition(const Column *column, const EmitOptions *options)
{
    g_autofree char *name = quote_name(column->object.name);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "%s %s", name, column->type);
    if (column->fdw_options.count) {
        g_autofree char *list = plain_options(column->fdw_options);
        g_string_append_printf(out, " %s", list);
    }
    if (column->storage && options->server_version >= STORAGE_INLINE) {
        g_autofree char *storage = clause_word(column->storage);
        g_string_append_printf(out, " STORAGE %s", storage);
    }
    if (column->compression)
        g_string_append_printf(out, " COMPRESSION %s", column->compression);
    clause_append_collation(out, column->collation);
    not_null_append(out, column);
    append_value(out, column);
    return g_string_free(out, FALSE);
}

char *column_override(const Column *column, const Column *above)
{
    g_autofree char *name = quote_name(column->object.name);
    g_autoptr(GString) out = g_string_new(NULL);
    if (!column_hands_down_not_null(above) || not_null_is_named_apart(column, above))
        not_null_append(out, column);
    if (column->default_expr && !sql_equal(column->default_expr, above->default_expr))
        append_value(out, column);
    return out->len ? g_strconcat(name, out->str, NULL) : NULL;
}

void column_differ(Script *script, const Column *column, const Column *above, bool overridden)
{
    const Object *table = column->object.parent;
    g_autofree char *name = quote_name(column->object.name);
    if (above->default_expr && !column->default_expr)
        script_then(script, table, "ALTER COLUMN %s DROP DEFAULT", name);
    if (column->not_null && !column_hands_down_not_null(above) &&
        (!overridden || not_null_comes_later(column)))
        not_null_set(script, column);
    if (overridden)
        return;
    if (column->default_expr && !sql_equal(column->default_expr, above->default_expr)) {
        g_autofree char *value = expression_plain(column->default_expr);
        script_then(script, table, "ALTER COLUMN %s SET DEFAULT %s", name, value);
    }
}

/* Before PostgreSQL 16 the type's own storage has to be named; of types that are not PostgreSQL's
 * own it is not known. */
char *column_storage(Script *script, const Column *column, const EmitOptions *options)
{
    g_autofree char *problem = NULL;
    if (column->storage)
        return clause_word(column->storage);
    if (options->server_version >= STORAGE_INLINE)
        return g_strdup("DEFAULT");
    g_autoptr(TypeName) type = type_name_parse(column->type, &problem);
    char *word =
        clause_word(type && type->canonical ? type_name_storage(type->canonical) : "extended");
    if (!type || !type->canonical)
        script_note(script, false, "%s: %s is taken for the storage of %s", column->object.name,
                    word, column->type);
    return word;
}

void column_attributes(Script *script, const Column *column, const Column *above,
                       const EmitOptions *options)
{
    const Object *table = column->object.parent;
    g_autofree char *name = quote_name(column->object.name);
    if (!above && not_null_comes_later(column))
        not_null_set(script, column);
    bool stored = above ? g_strcmp0(column->storage, above->storage) != 0
                        : column->storage && options->server_version < STORAGE_INLINE;
    if (stored) {
        g_autofree char *storage = column_storage(script, column, options);
        script_then(script, table, "ALTER COLUMN %s SET STORAGE %s", name, storage);
    }
    if (above && g_strcmp0(column->compression, above->compression) != 0)
        script_then(script, table, "ALTER COLUMN %s SET COMPRESSION %s", name,
                    column->compression ? column->compression : "default");
    if (column->statistics)
        script_then(script, table, "ALTER COLUMN %s SET STATISTICS %s", name, column->statistics);
    if (column->options.count) {
        g_autofree char *list = clause_options(column->options);
        script_then(script, table, "ALTER COLUMN %s SET (%s)", name, list);
    }
    not_null_comment(script, column);
    column_comment_sequence(script, column);
}
