#include "introspect/recasts.h"

#include "introspect/array_text.h"
#include "introspect/attempt.h"
#include "introspect/probe.h"
#include "introspect/scratch.h"
#include "introspect/sql.h"

#include <string.h>

/* Each recast locks a table or two until its batch is rolled back. */
#define TRIALS_PER_BATCH 300

/* What is tried for one recast, one group after the other. */
typedef struct Trial {
    Recast *recast;
    GPtrArray *start;     /* a table with a column of the type */
    GPtrArray *probes[2]; /* whether values lose something, assigned or with the cast written */
    GPtrArray *assign;    /* the column becomes one of the other type */
    GPtrArray *cast;      /* … with the cast written */
} Trial;

static void trial_free(gpointer data)
{
    Trial *trial = data;
    g_ptr_array_unref(trial->start);
    g_ptr_array_unref(trial->probes[0]);
    g_ptr_array_unref(trial->probes[1]);
    g_ptr_array_unref(trial->assign);
    g_ptr_array_unref(trial->cast);
    g_free(trial);
}

/* A type of each class that has nothing of its own; "%s" is its name. */
static const struct {
    const char *class;
    const char *create;
} plain_types[] = {
    {"e", "CREATE TYPE %s AS ENUM ('x')"},
    {"c", "CREATE TYPE %s AS (x integer)"},
    {"r", "CREATE TYPE %s AS RANGE (SUBTYPE = integer)"},
    {"m", "CREATE TYPE %s_of AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = %s)"},
};

static void add(GPtrArray *statements, char *statement)
{
    g_ptr_array_add(statements, statement);
}

/* The type as the server knows it, or one that stands for it, which `start` makes then. Freed with
 * g_free. */
static char *known_type(const RecastType *type, const char *class, const char *name,
                        GPtrArray *start)
{
    if (type->class && g_strcmp0(type->class, class) != 0)
        for (size_t i = 0; i < G_N_ELEMENTS(plain_types); i++)
            if (strcmp(plain_types[i].class, type->class) == 0) {
                g_autofree char *made = g_strdup_printf("pg_temp.%s", name);
                g_auto(GStrv) parts = g_strsplit(plain_types[i].create, "%s", -1);
                add(start, g_strjoinv(made, parts));
                return g_strdup_printf("%s%s", made, type->text + strlen(type->element));
            }
    return g_strdup(type->text);
}

static GPtrArray *probe_new(const Recast *recast, const char *table, bool cast)
{
    GPtrArray *group = g_ptr_array_new_with_free_func(g_free);
    char *statement = probe_statement(recast, table, cast);
    if (statement)
        add(group, statement);
    return group;
}

static Trial *trial_new(Recast *recast, guint number, const char *from_class, const char *to_class)
{
    Trial *trial = g_new0(Trial, 1);
    trial->recast = recast;
    trial->start = g_ptr_array_new_with_free_func(g_free);
    trial->assign = g_ptr_array_new_with_free_func(g_free);
    trial->cast = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *from_name = g_strdup_printf("gen_from_%u", number);
    g_autofree char *to_name = g_strdup_printf("gen_to_%u", number);
    g_autofree char *from = known_type(&recast->from, from_class, from_name, trial->start);
    g_autofree char *to = known_type(&recast->to, to_class, to_name, trial->start);
    g_autofree char *table = g_strdup_printf("pg_temp.gen_recast_%u", number);
    g_autofree char *alter = g_strdup_printf("ALTER TABLE %s ALTER v TYPE %s", table, to);
    add(trial->start, g_strdup_printf("CREATE TABLE %s (v %s, w %s)", table, from, to));
    trial->probes[0] = probe_new(recast, table, false);
    trial->probes[1] = probe_new(recast, table, true);
    add(trial->assign, g_strdup(alter));
    add(trial->cast, g_strdup_printf("%s USING v::%s", alter, to));
    return trial;
}

/* Sends which class of type each end is on this server. */
static void send_classes(Pipeline *pipeline, const GPtrArray *open)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < open->len; i++) {
        const Recast *recast = g_ptr_array_index(open, i);
        g_ptr_array_add(names, recast->from.element);
        g_ptr_array_add(names, recast->to.element);
    }
    g_ptr_array_add(names, NULL);
    g_autofree char *list = array_text_format((const char *const *)names->pdata);
    const char *params[] = {list};
    pipeline_send(pipeline, sql_type_classes, 1, params);
}

static GPtrArray *trials_new(const GPtrArray *open, const PGresult *classes)
{
    GPtrArray *trials = g_ptr_array_new_with_free_func(trial_free);
    for (guint i = 0; i < open->len; i++)
        g_ptr_array_add(trials, trial_new(g_ptr_array_index(open, i), i,
                                          PQgetvalue(classes, (int)(2 * i), 0),
                                          PQgetvalue(classes, (int)(2 * i + 1), 0)));
    return trials;
}

/* Begins; NULL where the server does not, or does not know what the types are. */
static GPtrArray *begin(Connection *connection, const AttemptFrame *frame, const GPtrArray *open,
                        bool *ret_began, Diagnostics *diagnostics)
{
    char sqlstate[6];
    GPtrArray *trials = NULL;
    Pipeline *pipeline = pipeline_begin(connection, diagnostics);
    if (!pipeline)
        return NULL;
    pipeline_send(pipeline, frame->begin, 0, NULL);
    pipeline_send(pipeline, attempt_limits, 0, NULL);
    send_classes(pipeline, open);
    pipeline_sync(pipeline);
    PGresult *began = pipeline_take(pipeline);
    g_autofree char *refusal = attempt_refusal(began, sqlstate);
    *ret_began = began && !refusal;
    PQclear(began);
    PQclear(pipeline_take(pipeline));
    PGresult *classes = pipeline_take(pipeline);
    if (classes && PQresultStatus(classes) == PGRES_TUPLES_OK)
        trials = trials_new(open, classes);
    PQclear(classes);
    pipeline_end(pipeline, NULL);
    return trials;
}

static bool take(Pipeline *pipeline, const GPtrArray *group)
{
    char sqlstate[6];
    g_autofree char *problem = attempt_take(pipeline, group, sqlstate);
    return problem == NULL;
}

static bool take_probe(Pipeline *pipeline, const GPtrArray *group)
{
    char sqlstate[6];
    g_autofree char *problem = attempt_take(pipeline, group, sqlstate);
    return problem && strcmp(sqlstate, PROBE_LOSES) == 0;
}

static void run_trials(Connection *connection, const GPtrArray *trials, Diagnostics *diagnostics)
{
    Pipeline *pipeline = pipeline_begin(connection, diagnostics);
    if (!pipeline)
        return;
    attempt_open(pipeline);
    for (guint i = 0; i < trials->len; i++) {
        const Trial *trial = g_ptr_array_index(trials, i);
        attempt_send(pipeline, trial->start);
        attempt_send(pipeline, trial->probes[0]);
        attempt_send(pipeline, trial->probes[1]);
        attempt_send(pipeline, trial->assign);
        attempt_send(pipeline, trial->cast);
    }
    pipeline_sync(pipeline);
    PQclear(pipeline_take(pipeline));
    for (guint i = 0; i < trials->len; i++) {
        const Trial *trial = g_ptr_array_index(trials, i);
        bool started = take(pipeline, trial->start);
        bool loses = take_probe(pipeline, trial->probes[0]);
        bool cast_loses = take_probe(pipeline, trial->probes[1]);
        bool assigned = take(pipeline, trial->assign);
        bool cast = take(pipeline, trial->cast);
        trial->recast->answered = started;
        trial->recast->way = assigned ? RECAST_BY_ITSELF : cast ? RECAST_BY_CAST : RECAST_NONE;
        trial->recast->loses_data = assigned ? loses : cast && cast_loses;
    }
    pipeline_end(pipeline, NULL);
}

/* The next ones without an answer, from `*position` on. */
static GPtrArray *next_batch(const GPtrArray *recasts, guint *position)
{
    GPtrArray *open = g_ptr_array_new();
    for (; *position < recasts->len && open->len < TRIALS_PER_BATCH; (*position)++)
        if (!((const Recast *)g_ptr_array_index(recasts, *position))->answered)
            g_ptr_array_add(open, g_ptr_array_index(recasts, *position));
    return open;
}

static void ask_batch(Connection *connection, const GPtrArray *open, Diagnostics *diagnostics)
{
    const AttemptFrame *frame = attempt_frame(connection);
    bool began = false;
    GPtrArray *trials = begin(connection, frame, open, &began, diagnostics);
    if (trials) {
        run_trials(connection, trials, diagnostics);
        g_ptr_array_unref(trials);
    }
    if (began && connection_alive(connection))
        connection_run(connection, frame->end, diagnostics);
}

bool recasts_ask(Connection *connection, GPtrArray *recasts, Diagnostics *diagnostics)
{
    guint before = diagnostics_count(diagnostics);
    guint position = 0;
    while (position < recasts->len && diagnostics_count(diagnostics) == before) {
        g_autoptr(GPtrArray) open = next_batch(recasts, &position);
        if (open->len)
            ask_batch(connection, open, diagnostics);
    }
    return diagnostics_count(diagnostics) == before;
}

bool recasts_ask_scratch(Connection *server, const char *build_sql, GPtrArray *recasts,
                         Diagnostics *diagnostics)
{
    Connection *scratch = scratch_open(server, "recasts", diagnostics);
    if (!scratch)
        return false;
    bool done = connection_run(scratch, build_sql, diagnostics) &&
                recasts_ask(scratch, recasts, diagnostics);
    return scratch_drop(server, scratch, diagnostics) && done;
}
