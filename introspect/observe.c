#include "introspect/observe.h"

#include "introspect/sql.h"

#include <string.h>

/* A relation at one moment. */
typedef struct Picture {
    guint oid;
    QualifiedName relation; /* name NULL: it is gone */
    const char *file;       /* interned */
    gint64 scans;
    int rank; /* into lock_names */
} Picture;

struct Observer {
    Connection *connection;
    GHashTable *pictures; /* Picture, by OID */
};

static const char *const lock_names[] = {
    NULL,    "ACCESS SHARE",        "ROW SHARE", "ROW EXCLUSIVE",   "SHARE UPDATE EXCLUSIVE",
    "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"};

static gint64 number(const char *text)
{
    return text ? g_ascii_strtoll(text, NULL, 10) : 0;
}

static Picture *picture_from(const Rows *rows, int row)
{
    Picture *picture = g_new0(Picture, 1);
    picture->oid = (guint)number(rows_value(rows, row, 0));
    picture->relation.schema = g_intern_string(rows_value(rows, row, 1));
    picture->relation.name = g_intern_string(rows_value(rows, row, 2));
    picture->file = g_intern_string(rows_value(rows, row, 3));
    picture->scans = number(rows_value(rows, row, 4));
    picture->rank =
        (int)CLAMP(number(rows_value(rows, row, 5)), 0, (gint64)G_N_ELEMENTS(lock_names) - 1);
    return picture;
}

static GHashTable *take_pictures(Connection *connection, Diagnostics *diagnostics)
{
    g_autoptr(Rows) rows = connection_query(connection, sql_relations, 0, NULL, diagnostics);
    if (!rows)
        return NULL;
    GHashTable *pictures = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (int row = 0; row < rows_count(rows); row++) {
        Picture *picture = picture_from(rows, row);
        g_hash_table_insert(pictures, GUINT_TO_POINTER(picture->oid), picture);
    }
    return pictures;
}

Observer *observer_start(Connection *connection, Diagnostics *diagnostics)
{
    GHashTable *pictures = take_pictures(connection, diagnostics);
    if (!pictures)
        return NULL;
    Observer *observer = g_new0(Observer, 1);
    observer->connection = connection;
    observer->pictures = pictures;
    return observer;
}

void observer_free(Observer *observer)
{
    if (!observer)
        return;
    g_hash_table_unref(observer->pictures);
    g_free(observer);
}

/* What happened between two moments, or NULL for nothing; `before` NULL: it was not there. */
static Observed *compare(const Picture *before, const Picture *now)
{
    static const Picture none = {.file = NULL};
    const Picture *was = before ? before : &none;
    bool known = was->relation.name != NULL;
    Observed happened = {
        .relation = known ? was->relation : now->relation,
        .lock = lock_names[now->rank],
        .lock_is_new = now->rank > was->rank,
        .created = !known,
        .dropped = known && !now->relation.name,
    };
    happened.rewritten = !happened.created && !happened.dropped && was->file != now->file;
    happened.scanned = now->scans > was->scans;
    bool nothing = !happened.lock_is_new && !happened.created && !happened.dropped &&
                   !happened.rewritten && !happened.scanned;
    return nothing || !happened.relation.name ? NULL : g_memdup2(&happened, sizeof happened);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    const Observed *x = *(const Observed *const *)a;
    const Observed *y = *(const Observed *const *)b;
    int order = strcmp(x->relation.schema, y->relation.schema);
    return order ? order : strcmp(x->relation.name, y->relation.name);
}

GPtrArray *observer_step(Observer *observer, Diagnostics *diagnostics)
{
    GHashTable *now = take_pictures(observer->connection, diagnostics);
    if (!now)
        return NULL;
    GPtrArray *happened = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer oid;
    gpointer picture;
    g_hash_table_iter_init(&iter, now);
    while (g_hash_table_iter_next(&iter, &oid, &picture)) {
        Observed *observed = compare(g_hash_table_lookup(observer->pictures, oid), picture);
        if (observed)
            g_ptr_array_add(happened, observed);
    }
    g_hash_table_unref(observer->pictures);
    observer->pictures = now;
    g_ptr_array_sort(happened, by_name);
    return happened;
}
