/* Templates for names, as SQLAlchemy's naming conventions.
 * https://docs.sqlalchemy.org/en/20/core/constraints.html#configuring-constraint-naming-conventions
 */
#include "schema/default_names.h"

#include "schema/expression_names.h"
#include "schema/identifier.h"
#include "schema/kinds.h"

#include <string.h>

static const char *template_of(const Naming *naming, const Object *object)
{
    if (!naming)
        return NULL;
    const struct {
        Kind kind;
        const char *text;
    } templates[] = {
        {KIND_PRIMARY_KEY, naming->primary_key},
        {KIND_UNIQUE, naming->unique},
        {KIND_CHECK, naming->check},
        {KIND_FOREIGN_KEY, naming->foreign_key},
        {KIND_INDEX, naming->index},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(templates); i++)
        if (templates[i].kind == object_kind(object))
            return templates[i].text;
    return NULL;
}

/* The columns an object is about, in order. */
static GPtrArray *columns_of(const Object *object)
{
    GPtrArray *columns = g_ptr_array_new_with_free_func(g_free);
    NameList names = {0, NULL};
    ItemList items = {0, NULL};
    Kind kind = object_kind(object);
    if (kind == KIND_PRIMARY_KEY || kind == KIND_UNIQUE)
        names = ((const KeyConstraint *)object)->columns;
    else if (kind == KIND_FOREIGN_KEY)
        names = ((const ForeignKey *)object)->columns;
    else if (kind == KIND_INDEX)
        items = ((const Index *)object)->elements;
    for (guint i = 0; i < names.count; i++)
        g_ptr_array_add(columns, g_strdup(names.names[i]));
    const IndexElement *elements = items.items;
    for (guint i = 0; i < items.count; i++)
        g_ptr_array_add(columns, elements[i].field
                                     ? g_strdup(elements[i].field)
                                     : expression_column_name(elements[i].expression));
    if (kind == KIND_CHECK && object_kind(object->parent) == KIND_TABLE) {
        const char *column =
            expression_single_column(((const Check *)object)->expression, object->parent);
        if (column)
            g_ptr_array_add(columns, g_strdup(column));
    }
    return columns;
}

/* ---- tokens ---- */

/* Appends the columns that "0", "1", "0N" or "0_N" asks for; `prefix` before each (of labels). */
static void append_columns(GString *out, const char *which, const GPtrArray *columns,
                           const char *prefix)
{
    bool all = g_str_has_suffix(which, "N");
    const char *separator = g_str_has_suffix(which, "_N") ? "_" : "";
    guint first = (guint)g_ascii_strtoull(which, NULL, 10);
    for (guint i = first; i < columns->len && (all || i == first); i++)
        g_string_append_printf(out, "%s%s%s%s", i > first ? separator : "", prefix,
                               *prefix ? "_" : "", (const char *)g_ptr_array_index(columns, i));
}

/* "column_0_N_name": which is "0_N", what is "name". */
static bool split_token(const char *token, const char *start, char **ret_which,
                        const char **ret_what)
{
    if (!g_str_has_prefix(token, start))
        return false;
    const char *which = token + strlen(start);
    const char *end = strrchr(which, '_');
    if (!end || !g_ascii_isdigit(*which))
        return false;
    *ret_which = g_strndup(which, (gsize)(end - which));
    *ret_what = end + 1;
    return true;
}

static void append_referred(GString *out, const char *which, const Object *object)
{
    const ForeignKey *key = (const ForeignKey *)object;
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (guint i = 0; i < key->referenced_columns.count; i++)
        g_ptr_array_add(columns, (gpointer)key->referenced_columns.names[i]);
    append_columns(out, which, columns, "");
}

static void append_token(GString *out, const char *token, const Object *object, const char *given)
{
    g_autofree char *which = NULL;
    const char *what = NULL;
    bool foreign = object_kind(object) == KIND_FOREIGN_KEY;
    if (strcmp(token, "table_name") == 0) {
        g_string_append(out, object->parent->name);
    } else if (strcmp(token, "constraint_name") == 0) {
        g_string_append(out, given ? given : "check");
    } else if (strcmp(token, "referred_table_name") == 0 && foreign) {
        g_string_append(out, ((const ForeignKey *)object)->references.name);
    } else if (split_token(token, "referred_column_", &which, &what) && foreign) {
        append_referred(out, which, object);
    } else if (split_token(token, "column_", &which, &what)) {
        g_autoptr(GPtrArray) columns = columns_of(object);
        append_columns(out, which, columns, strcmp(what, "label") == 0 ? object->parent->name : "");
    }
}

/* What SQLAlchemy does with names that are too long: the last digits of their MD5. */
static void shorten(GString *name)
{
    if (name->len <= IDENTIFIER_LIMIT)
        return;
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_MD5, name->str, -1);
    g_string_truncate(name, identifier_clip(name->str, IDENTIFIER_LIMIT - 8));
    g_string_append_printf(name, "_%s", digest + strlen(digest) - 4);
}

static char *expand(const char *text, const Object *object, const char *given)
{
    g_autoptr(GString) out = g_string_new(NULL);
    while (*text) {
        const char *end = g_str_has_prefix(text, "%(") ? strstr(text, ")s") : NULL;
        if (!end) {
            g_string_append_c(out, *text++);
            continue;
        }
        g_autofree char *token = g_strndup(text + 2, (gsize)(end - text - 2));
        append_token(out, token, object, given);
        text = end + 2;
    }
    shorten(out);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

bool naming_uses_given(const Naming *naming, const Object *object)
{
    const char *text = template_of(naming, object);
    return text && strstr(text, "%(constraint_name)s");
}

/* A name that is of the template's form already is not put into it again. */
static bool is_expanded(const char *text, const Object *object, const char *given)
{
    g_auto(GStrv) halves = g_strsplit(text, "%(constraint_name)s", 2);
    g_autofree char *prefix = expand(halves[0], object, NULL);
    g_autofree char *suffix = expand(halves[1], object, NULL);
    return (*prefix || *suffix) && g_str_has_prefix(given, prefix) &&
           g_str_has_suffix(given, suffix);
}

char *naming_name(const Naming *naming, const Object *object, const char *given)
{
    const char *text = template_of(naming, object);
    if (!text)
        return NULL;
    if (given && (!naming_uses_given(naming, object) || is_expanded(text, object, given)))
        return NULL;
    if (!given && naming_uses_given(naming, object)) {
        g_autoptr(GPtrArray) columns = columns_of(object);
        return expand(text, object, columns->len ? g_ptr_array_index(columns, 0) : NULL);
    }
    return expand(text, object, given);
}
