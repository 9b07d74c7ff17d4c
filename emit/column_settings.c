#include "emit/column_settings.h"

#include "emit/clause.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

static const ColumnSetting nothing;

static const ColumnSetting *setting_of(ItemList list, const char *column)
{
    const ColumnSetting *settings = list.items;
    for (guint i = 0; i < list.count; i++)
        if (strcmp(settings[i].column, column) == 0)
            return &settings[i];
    return &nothing;
}

/* Before PostgreSQL 16 a storage has to be named, and which one is the type's own only the server
 * knows: the model of a view does not say the types of its columns. */
static bool can_say_default(const EmitOptions *options)
{
    return options->server_version >= 160000;
}

static void reset_storage(Script *script, const Object *view, const char *column)
{
    g_autofree char *name = quote_object(view);
    g_autofree char *relation = quote_literal(name);
    g_autofree char *attribute = quote_literal(column);
    g_autofree char *body = g_strdup_printf(
        "\nBEGIN\n"
        "    EXECUTE (\n"
        "        SELECT format('ALTER MATERIALIZED VIEW %%s ALTER COLUMN %%I SET STORAGE %%s',"
        " a.attrelid::regclass, a.attname,\n"
        "            CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN'"
        " WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END)\n"
        "        FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid\n"
        "        WHERE a.attrelid = %s::regclass AND a.attname = %s);\n"
        "END\n",
        relation, attribute);
    g_autofree char *quoted = quote_dollar(body);
    script_add(script, "DO %s", quoted);
}

static void add_clause(GString *clauses, const char *column, const char *text)
{
    g_string_append_printf(clauses, "%sALTER COLUMN %s %s", clauses->len ? ", " : "", column, text);
}

static void add_word(GString *clauses, const char *column, const char *set, const char *word)
{
    g_autofree char *text = g_strconcat(set, " ", word, NULL);
    add_clause(clauses, column, text);
}

static void change_column(GString *clauses, const char *name, const ColumnSetting *from,
                          const ColumnSetting *to, const EmitOptions *options)
{
    g_autofree char *column = quote_name(name);
    g_autofree char *storage = clause_word(to->storage ? to->storage : "default");
    g_autofree char *reset = NULL;
    g_autofree char *set = NULL;
    clause_options_change(from->options, to->options, &reset, &set);
    if (g_strcmp0(from->statistics, to->statistics) != 0)
        add_word(clauses, column, "SET STATISTICS", to->statistics ? to->statistics : "-1");
    if (g_strcmp0(from->storage, to->storage) != 0 && (to->storage || can_say_default(options)))
        add_word(clauses, column, "SET STORAGE", storage);
    if (g_strcmp0(from->compression, to->compression) != 0)
        add_word(clauses, column, "SET COMPRESSION", to->compression ? to->compression : "default");
    if (reset)
        add_clause(clauses, column, reset);
    if (set)
        add_clause(clauses, column, set);
}

void column_settings_change(Script *script, const Object *view, ItemList from, ItemList to,
                            const EmitOptions *options)
{
    const ColumnSetting *old = from.items;
    const ColumnSetting *new = to.items;
    g_autoptr(GString) clauses = g_string_new(NULL);
    g_autofree char *name = quote_object(view);
    for (guint i = 0; i < from.count; i++)
        if (setting_of(to, old[i].column) == &nothing)
            change_column(clauses, old[i].column, &old[i], &nothing, options);
    for (guint i = 0; i < to.count; i++)
        change_column(clauses, new[i].column, setting_of(from, new[i].column), &new[i], options);
    if (clauses->len)
        script_add(script, "ALTER MATERIALIZED VIEW %s %s", name, clauses->str);
    for (guint i = 0; i < from.count && !can_say_default(options); i++)
        if (old[i].storage && !setting_of(to, old[i].column)->storage)
            reset_storage(script, view, old[i].column);
}
