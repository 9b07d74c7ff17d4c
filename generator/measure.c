#include "generator/measure.h"

#include "introspect/observe.h"

#include <string.h>

/* One line for one relation of one statement. */
typedef struct Line {
    guint step;
    guint statement;
    char *text;
} Line;

struct Measure {
    Connection *scratch;
    Connection *server;
    Diagnostics *diagnostics;
    Observer *observer;  /* of the step that runs, or NULL */
    bool autocommit;     /* whether that step is one without a transaction */
    GHashTable *created; /* "schema.name" of what the section itself made */
    GPtrArray *lines;    /* Line */
};

static void line_free(gpointer data)
{
    Line *line = data;
    g_free(line->text);
    g_free(line);
}

Measure *measure_new(Connection *scratch, Connection *server, Diagnostics *diagnostics)
{
    Measure *measure = g_new0(Measure, 1);
    measure->scratch = scratch;
    measure->server = server;
    measure->diagnostics = diagnostics;
    measure->created = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    measure->lines = g_ptr_array_new_with_free_func(line_free);
    return measure;
}

void measure_free(Measure *measure)
{
    if (!measure)
        return;
    observer_free(measure->observer);
    g_hash_table_unref(measure->created);
    g_ptr_array_unref(measure->lines);
    g_free(measure);
}

/* Locks are counted within a transaction; statements of an autocommit step have none. */
static void begin_step(void *data, guint step, const Step *what)
{
    (void)step;
    Measure *measure = data;
    measure->autocommit = what->autocommit;
    g_clear_pointer(&measure->observer, observer_free);
}

static bool before(void *data, guint step, guint statement, const StepItem *item)
{
    (void)step, (void)item;
    Measure *measure = data;
    if (statement == 0 && !measure->autocommit)
        measure->observer = observer_start(measure->scratch, measure->diagnostics);
    return measure->observer || measure->autocommit;
}

/* "; about 12,400,000 rows, 3.1 GB" of the real table; nothing where it is empty or not known. */
static char *size_of(const Measure *measure, QualifiedName relation)
{
    static const char query[] = "SELECT to_char(greatest(c.reltuples, 0), 'FM999,999,999,999,990'),"
                                " pg_size_pretty(pg_total_relation_size(c.oid))"
                                " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                " WHERE n.nspname = $1 AND c.relname = $2 AND c.reltuples > 0";
    const char *params[] = {relation.schema, relation.name};
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(Rows) rows = connection_query(measure->server, query, 2, params, ignored);
    if (!rows || rows_count(rows) == 0)
        return g_strdup("");
    return g_strdup_printf("; about %s rows, %s", rows_value(rows, 0, 0), rows_value(rows, 0, 1));
}

/* Readers' and writers' own locks are no news. */
static bool is_news(const Measure *measure, const Observed *seen, const char *name)
{
    static const char *const everyday[] = {"ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE"};
    if (seen->created || g_hash_table_contains(measure->created, name))
        return false;
    if (seen->rewritten)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(everyday); i++)
        if (g_strcmp0(seen->lock, everyday[i]) == 0)
            return false;
    return seen->lock_is_new || seen->scanned;
}

static void note(Measure *measure, guint step, guint statement, const Observed *seen)
{
    g_autofree char *name = g_strdup_printf("%s.%s", seen->relation.schema, seen->relation.name);
    if (is_news(measure, seen, name)) {
        g_autofree char *size = size_of(measure, seen->relation);
        bool is_public = strcmp(seen->relation.schema, "public") == 0;
        Line *line = g_new0(Line, 1);
        line->step = step;
        line->statement = statement;
        line->text = g_strdup_printf(
            "%s: %s, %s, %s (measured)%s", is_public ? seen->relation.name : name,
            seen->lock ? seen->lock : "no lock", seen->rewritten ? "rewrite" : "no rewrite",
            seen->scanned ? "scan" : "no scan", size);
        g_ptr_array_add(measure->lines, line);
    }
    if (seen->created)
        g_hash_table_add(measure->created, g_steal_pointer(&name));
}

static bool after(void *data, guint step, guint statement, const StepItem *item, double seconds)
{
    (void)item, (void)seconds;
    Measure *measure = data;
    if (measure->autocommit)
        return true;
    g_autoptr(GPtrArray) seen = observer_step(measure->observer, measure->diagnostics);
    for (guint i = 0; seen && i < seen->len; i++)
        note(measure, step, statement, g_ptr_array_index(seen, i));
    return seen != NULL;
}

const SectionObserver measure_observer = {.step = begin_step, .before = before, .after = after};

static StepItem *comment(const char *text)
{
    StepItem *item = g_new0(StepItem, 1);
    item->kind = STEP_COMMENT;
    item->text = g_strdup(text);
    return item;
}

/* From the end, so that earlier positions stay what they are. */
static void annotate_step(const Measure *measure, guint number, Step *step)
{
    guint statement = step_statements(step);
    for (guint i = step->items->len; i-- > 0;) {
        if (((const StepItem *)g_ptr_array_index(step->items, i))->kind != STEP_STATEMENT)
            continue;
        statement--;
        for (guint l = measure->lines->len; l-- > 0;) {
            const Line *line = g_ptr_array_index(measure->lines, l);
            if (line->step == number && line->statement == statement)
                g_ptr_array_insert(step->items, (int)i, comment(line->text));
        }
    }
}

void measure_annotate(const Measure *measure, Section *section)
{
    for (guint i = 0; i < section->steps->len; i++)
        annotate_step(measure, i, g_ptr_array_index(section->steps, i));
}
