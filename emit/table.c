/* Tables: created with their columns, dropped, renamed. What ALTER TABLE does stands in
 * table_alter.c.
 * https://www.postgresql.org/docs/current/sql-createtable.html */
#include "emit/clause.h"
#include "emit/column.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "emit/retired_table.h"
#include "emit/table_alter.h"
#include "schema/identifier.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

static void append_word(GString *out, const char *word)
{
    if (out->len)
        g_string_append_c(out, ' ');
    g_string_append(out, word);
}

static void append_parents(GString *out, const Table *table)
{
    const Parent *parent = table->inherits.items;
    for (guint i = 0; i < table->inherits.count; i++) {
        append_word(out, i ? "" : "INHERITS (");
        identifier_append_qualified(out, parent[i].table);
        g_string_append(out, i + 1 < table->inherits.count ? "," : ")");
    }
}

static void append_server(GString *out, const Table *table)
{
    g_autofree char *options = plain_options(table->fdw_options);
    append_word(out, "SERVER ");
    identifier_append(out, table->server);
    if (*options)
        append_word(out, options);
}

/* The table that a new partition takes after where it says nothing; NULL: there is none. */
static const Table *table_above(const Table *table, const EmitOptions *options)
{
    if (!table->partition_of.name || !options->emission)
        return NULL;
    return (const Table *)state_find(options->emission->plan->to, KIND_TABLE,
                                     table->partition_of.schema, table->partition_of.name);
}

/* What USING has to say, or NULL: a partition would have its table's where it says nothing. */
static const char *method_of(const Table *table, const EmitOptions *options)
{
    const Table *above = table->access_method ? NULL : table_above(table, options);
    const Field *field = kind_field(table->object.info, "access_method");
    return above && above->access_method ? field->words[0] : table->access_method;
}

/* What follows the parentheses of CREATE TABLE. */
static char *tail_of(const Table *table, const EmitOptions *options)
{
    GString *out = g_string_new(NULL);
    const char *method = method_of(table, options);
    append_parents(out, table);
    if (table->partition_of.name && table->values)
        append_word(out, table->values);
    if (table->partition_by) {
        append_word(out, "PARTITION BY ");
        g_string_append(out, table->partition_by);
    }
    if (table->server)
        append_server(out, table);
    if (method) {
        append_word(out, "USING ");
        identifier_append(out, method);
    }
    if (table->options.count) {
        g_autofree char *list = clause_options(table->options);
        append_word(out, "");
        g_string_append_printf(out, "WITH (%s)", list);
    }
    if (table->tablespace) {
        append_word(out, "TABLESPACE ");
        identifier_append(out, table->tablespace);
    }
    return g_string_free(out, FALSE);
}

static const char *word_of(const Table *table)
{
    return table->server ? "FOREIGN TABLE" : "TABLE";
}

static char *head_of(const Table *table)
{
    g_autofree char *name = quote_object(&table->object);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "CREATE %s%s %s", table->unlogged ? "UNLOGGED " : "",
                           word_of(table), name);
    if (table->partition_of.name) {
        g_string_append(out, " PARTITION OF ");
        identifier_append_qualified(out, table->partition_of);
    }
    return g_string_free(out, FALSE);
}

/* What an inherited column stands for, or NULL. */
static const Column *above_of(const Object *column, const EmitOptions *options)
{
    if (!((const Column *)column)->inherited || !options->emission)
        return NULL;
    return (const Column *)inherited_column(options->emission->plan->to, column);
}

/* A column that the table declares although it inherits it. Older servers take no expression for it
 * where the one above is generated, not even the same. */
static char *own_definition(const Column *column, const EmitOptions *options)
{
    Column own = *column;
    const Object *above = options->emission && column->generated
                              ? inherited_column(options->emission->plan->to, &column->object)
                              : NULL;
    if (above && sql_equal(((const Column *)above)->generated, column->generated))
        own.generated = NULL;
    return column_definition(&own, options);
}

static void add_element(Script *script, const Column *column, bool partition,
                        const EmitOptions *options)
{
    const Column *above = above_of(&column->object, options);
    g_autofree char *element = NULL;
    if (!column->inherited)
        element = own_definition(column, options);
    else if (partition && above)
        element = column_override(column, above);
    if (element)
        script_element(script, "%s", element);
}

/* Whether a partition comes into a tablespace that it does not say. */
static bool takes_tablespace(const Table *table, const EmitOptions *options)
{
    const Table *above = table->tablespace ? NULL : table_above(table, options);
    return above && above->tablespace && !table->server;
}

static void create(Script *script, const Object *object, const EmitOptions *options)
{
    const Table *table = (const Table *)object;
    bool partition = table->partition_of.name != NULL;
    g_autofree char *head = head_of(table);
    g_autofree char *tail = tail_of(table, options);
    guint position = 0;
    script_create_table(script, object, head, tail, partition);
    for (const Object *c; (c = object_child(object, KIND_COLUMN, &position));)
        add_element(script, (const Column *)c, partition, options);
    position = 0;
    for (const Object *c; (c = object_child(object, KIND_COLUMN, &position));) {
        const Column *above = above_of(c, options);
        column_attributes(script, (const Column *)c, above, options);
        if (above)
            column_differ(script, (const Column *)c, above, partition);
    }
    table_attributes(script, table);
    if (takes_tablespace(table, options))
        clause_alter_tablespace(script, "TABLE", object, NULL);
    if (object->comment)
        clause_comment(script, object);
    position = 0;
    for (const Object *c; (c = object_child(object, KIND_COLUMN, &position));)
        if (c->comment)
            clause_comment(script, c);
}

static void rename_table(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TABLE", from, to, NULL);
}

static void drop(Script *script, const Object *object, const EmitOptions *options)
{
    const Table *table = (const Table *)object;
    script_about(script, object);
    if (options->emission && options->emission->change->detaches) {
        g_autofree char *parent = quote_qualified(table->partition_of);
        g_autofree char *name = quote_object(object);
        script_add(script, "ALTER TABLE %s DETACH PARTITION %s", parent, name);
        script_about(script, object);
    }
    plain_drop(script, word_of((const Table *)object), object);
}

static char *comment_target(const Object *object)
{
    return plain_target(word_of((const Table *)object), object);
}

const KindSql kind_sql_TABLE = {
    .create = create,
    .alter = table_alter,
    .rename = rename_table,
    .drop = drop,
    .retire = retired_table_aside,
    .drop_retired = retired_table_drop,
    .comment_target = comment_target,
    .comments = true,
    .content = "rows",
};
