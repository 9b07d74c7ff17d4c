/* Publications and subscriptions: their lists have no order, and states keep them sorted. */
#include "schema/model_reader.h"

#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(NameList list)
{
    if (list.count)
        qsort((void *)list.names, list.count, sizeof *list.names, by_text);
}

static int by_table(const void *a, const void *b)
{
    QualifiedName x = ((const PublishedTable *)a)->table;
    QualifiedName y = ((const PublishedTable *)b)->table;
    int order = g_strcmp0(x.schema, y.schema);
    return order ? order : g_strcmp0(x.name, y.name);
}

/* What is published, if it is known, all of it being PostgreSQL's default. */
static void read_publish(ModelReader *r, Publication *publication, const YamlNode *node)
{
    static const char *const words[] = {"delete", "insert", "truncate", "update", NULL};
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    if (publication->publish.count == 1 && g_str_equal(publication->publish.names[0], "none"))
        return;
    for (guint i = 0; i < publication->publish.count; i++) {
        g_autofree char *word = g_ascii_strdown(publication->publish.names[i], -1);
        if (!g_strv_contains(words, word)) {
            yaml_error(
                node, r->diagnostics, DIAG_MODEL_VALUE,
                "publish cannot be \"%s\" (it can be: insert, update, delete, truncate; or none)",
                word);
            return;
        }
        if (!g_ptr_array_find_with_equal_func(named, word, g_str_equal, NULL))
            g_ptr_array_add(named, (gpointer)g_intern_string(word));
    }
    bool all = named->len == G_N_ELEMENTS(words) - 1;
    publication->publish = all ? (NameList){0, NULL} : state_names(r->state, named, false);
    sort_names(publication->publish);
}

void model_read_publication(ModelReader *r, Object *object, const YamlNode *node)
{
    Publication *publication = (Publication *)object;
    PublishedTable *tables = publication->tables.items;
    const YamlNode *publish = yaml_get(node, "publish");
    for (guint i = 0; i < publication->tables.count; i++)
        sort_names(tables[i].columns);
    if (publication->tables.count)
        qsort(tables, publication->tables.count, sizeof *tables, by_table);
    sort_names(publication->schemas);
    if (publish && publication->publish.count)
        read_publish(r, publication, publish);
}

void model_read_subscription(ModelReader *r, Object *object, const YamlNode *node)
{
    (void)r, (void)node;
    sort_names(((Subscription *)object)->publications);
}
