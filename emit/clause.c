#include "emit/clause.h"

#include "emit/emission.h"
#include "emit/quote.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

#include <string.h>

/* "toast.autovacuum_enabled" has a namespace. */
static void append_key(GString *out, const char *option)
{
    g_autofree char *key = g_strndup(option, strcspn(option, "="));
    char *point = strchr(key, '.');
    if (point)
        *point = '\0';
    QualifiedName name = {point ? key : NULL, point ? point + 1 : key};
    identifier_append_qualified(out, name);
}

/* Numbers and plain words need no quotes. */
static bool is_bare(const char *value)
{
    if (!*value)
        return false;
    if (value[strspn(value, "0123456789")] == '\0')
        return true;
    if (g_ascii_isdigit(*value) && value[strspn(value, "0123456789.")] == '\0' &&
        strchr(value, '.') == strrchr(value, '.'))
        return true;
    return value[strspn(value, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

static void append_option(GString *out, const char *option)
{
    const char *equals = strchr(option, '=');
    if (out->len)
        g_string_append(out, ", ");
    append_key(out, option);
    if (!equals)
        return;
    g_autofree char *literal = is_bare(equals + 1) ? NULL : quote_literal(equals + 1);
    g_string_append_printf(out, "=%s", literal ? literal : equals + 1);
}

char *clause_options(NameList options)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < options.count; i++)
        append_option(out, options.names[i]);
    return g_string_free(out, FALSE);
}

static bool has_key(NameList options, const char *option)
{
    gsize length = strcspn(option, "=");
    for (guint i = 0; i < options.count; i++)
        if (strcspn(options.names[i], "=") == length &&
            strncmp(options.names[i], option, length) == 0)
            return true;
    return false;
}

static char *in_parentheses(const char *verb, const GString *list)
{
    return list->len ? g_strdup_printf("%s (%s)", verb, list->str) : NULL;
}

void clause_options_change(NameList from, NameList to, char **ret_reset, char **ret_set)
{
    g_autoptr(GString) reset = g_string_new(NULL);
    g_autoptr(GString) set = g_string_new(NULL);
    for (guint i = 0; i < from.count; i++) {
        if (has_key(to, from.names[i]))
            continue;
        if (reset->len)
            g_string_append(reset, ", ");
        append_key(reset, from.names[i]);
    }
    for (guint i = 0; i < to.count; i++)
        if (!name_list_contains(from, to.names[i]))
            append_option(set, to.names[i]);
    *ret_reset = in_parentheses("RESET", reset);
    *ret_set = in_parentheses("SET", set);
}

void clause_append_with(GString *out, NameList options)
{
    if (!options.count)
        return;
    g_autofree char *list = clause_options(options);
    g_string_append_printf(out, " WITH (%s)", list);
}

void clause_append_include(GString *out, NameList columns)
{
    if (!columns.count)
        return;
    g_autofree char *list = quote_names(columns);
    g_string_append_printf(out, " INCLUDE (%s)", list);
}

void clause_append_collation(GString *out, QualifiedName collation)
{
    if (!collation.name)
        return;
    g_string_append(out, " COLLATE ");
    identifier_append_qualified(out, collation);
}

void clause_append_deferrable(GString *out, const char *deferrable)
{
    if (!deferrable)
        return;
    bool later = strcmp(deferrable, "initially deferred") == 0;
    g_string_append(out, later ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE");
}

char *clause_word(const char *word)
{
    return g_ascii_strup(word, -1);
}

char *clause_full_name(const Object *object)
{
    return quote_qualified((QualifiedName){object->schema, object->name});
}

void clause_alter_options(Script *script, const char *word, const Object *object, NameList from,
                          NameList to)
{
    g_autofree char *name = clause_full_name(object);
    g_autofree char *reset = NULL;
    g_autofree char *set = NULL;
    clause_options_change(from, to, &reset, &set);
    if (reset)
        script_add(script, "ALTER %s %s %s", word, name, reset);
    if (set)
        script_add(script, "ALTER %s %s %s", word, name, set);
}

/* The tablespace of a database has no name of its own in SQL. */
static void move_to_default(Script *script, const char *word, const char *name)
{
    g_autofree char *statement = g_strdup_printf("ALTER %s %s SET TABLESPACE %%I", word, name);
    g_autofree char *literal = quote_literal(statement);
    g_autofree char *body =
        g_strdup_printf("\nBEGIN\n"
                        "    EXECUTE format(%s, (\n"
                        "        SELECT t.spcname FROM pg_tablespace AS t\n"
                        "        JOIN pg_database AS d ON d.dattablespace = t.oid\n"
                        "        WHERE d.datname = current_database()));\n"
                        "END\n",
                        literal);
    g_autofree char *quoted = quote_dollar(body);
    script_add(script, "DO %s", quoted);
}

void clause_alter_tablespace(Script *script, const char *word, const Object *object,
                             const char *tablespace)
{
    g_autofree char *name = clause_full_name(object);
    script_about(script, object->parent ? object->parent : object);
    if (!tablespace) {
        g_auto(GStrv) parts = g_strsplit(name, "%", -1);
        g_autofree char *doubled = g_strjoinv("%%", parts);
        move_to_default(script, word, doubled);
        return;
    }
    g_autofree char *space = quote_name(tablespace);
    script_add(script, "ALTER %s %s SET TABLESPACE %s", word, name, space);
}

void clause_index_constraint(Script *script, const Object *constraint, const char *text)
{
    if (constraint_twin(constraint))
        script_then(script, constraint->parent, "ADD %s", text);
    else
        script_constraint(script, constraint->parent, "%s", text);
}

void clause_comment(Script *script, const Object *object)
{
    const KindSql *sql = kind_sql[object_kind(object)];
    if (!object->comment && sql->uncomment) {
        sql->uncomment(script, object);
        return;
    }
    g_autofree char *target = sql->comment_target(object);
    g_autofree char *text =
        object->comment && *object->comment ? quote_literal(object->comment) : g_strdup("NULL");
    script_after(script, "COMMENT ON %s IS %s", target, text);
}

static bool of_domain(const Object *constraint)
{
    return object_kind(constraint->parent) == KIND_DOMAIN;
}

char *clause_constraint_target(const Object *object)
{
    g_autofree char *name = quote_name(object->name);
    g_autofree char *parent = quote_object(object->parent);
    return g_strdup_printf("CONSTRAINT %s ON %s%s", name, of_domain(object) ? "DOMAIN " : "",
                           parent);
}

void clause_rename_constraint(Script *script, const Object *from, const Object *to)
{
    g_autofree char *parent = quote_object(to->parent);
    g_autofree char *old = quote_name(from->name);
    g_autofree char *name = quote_name(to->name);
    script_about(script, of_domain(to) ? NULL : to->parent);
    script_add(script, "ALTER %s %s RENAME CONSTRAINT %s TO %s", of_domain(to) ? "DOMAIN" : "TABLE",
               parent, old, name);
}

void clause_drop_constraint(Script *script, const Object *object)
{
    g_autofree char *name = quote_name(object->name);
    g_autofree char *parent = quote_object(object->parent);
    if (of_domain(object))
        script_add(script, "ALTER DOMAIN %s DROP CONSTRAINT %s", parent, name);
    else
        script_clause(script, object->parent, "DROP CONSTRAINT %s", name);
}

static bool is_clustered(const Object *object)
{
    const Field *field = kind_field(object->info, "clustered");
    return field && FIELD_FLAG(object, field);
}

void clause_cluster(Script *script, const Object *index, bool clustered)
{
    const GPtrArray *siblings = index->parent->children;
    g_autofree char *name = quote_name(index->name);
    if (clustered) {
        script_then(script, index->parent, "CLUSTER ON %s", name);
        return;
    }
    for (guint i = 0; i < siblings->len; i++)
        if (is_clustered(g_ptr_array_index(siblings, i)))
            return;
    script_then(script, index->parent, "SET WITHOUT CLUSTER");
}
