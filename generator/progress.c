#include "generator/progress.h"

#include "generator/messages.h"
#include "generator/signals.h"

#include <stdio.h>
#include <string.h>

#define REDRAW_SECONDS 0.25
#define QUIET_SECONDS  0.5 /* statements that take less are not shown by themselves */

struct Progress {
    Context *context;
    const RunPlan *plan;
    double *seconds; /* by revision */
    guint index;
    guint step;
    guint steps;

    /* The line on the terminal, drawn by a thread while the server works. */
    bool live;
    GThread *thread;
    GMutex mutex;
    GCond wake;
    bool stop;
    gint64 statement_started; /* 0 when none runs */
    char *statement;          /* its first line */
    char *server_progress;    /* what the server says about it, or NULL */
    int backend;              /* its process, 0 when not known */
    bool drawn;
};

/* The server's own account of long work; one query for all kinds that PostgreSQL 13 has.
 * https://www.postgresql.org/docs/current/progress-reporting.html */
#define PROGRESS_QUERY                                                                   \
    "SELECT phase, CASE WHEN greatest(blocks_total, tuples_total) > 0 THEN"              \
    " round(100.0 * CASE WHEN blocks_total > 0 THEN blocks_done::numeric / blocks_total" \
    " ELSE tuples_done::numeric / tuples_total END) END"                                 \
    " FROM pg_catalog.pg_stat_progress_create_index WHERE pid = $1"                      \
    " UNION ALL SELECT phase, CASE WHEN heap_blks_total > 0 THEN"                        \
    " round(100.0 * heap_blks_scanned / heap_blks_total) END"                            \
    " FROM pg_catalog.pg_stat_progress_cluster WHERE pid = $1"                           \
    " UNION ALL SELECT 'waits for ' || wait_event_type || ' ' || wait_event, NULL"       \
    " FROM pg_catalog.pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'"

static void ask_server(Progress *progress, Connection *watcher)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autofree char *pid = g_strdup_printf("%d", progress->backend);
    const char *params[] = {pid};
    g_autoptr(Rows) rows = connection_query(watcher, PROGRESS_QUERY, 1, params, ignored);
    char *text = NULL;
    if (rows && rows_count(rows) > 0) {
        const char *percent = rows_value(rows, 0, 1);
        text = percent ? g_strdup_printf("%s, %s %%", rows_value(rows, 0, 0), percent)
                       : g_strdup(rows_value(rows, 0, 0));
    }
    g_mutex_lock(&progress->mutex);
    g_free(progress->server_progress);
    progress->server_progress = text;
    g_mutex_unlock(&progress->mutex);
}

static double running_seconds(const Progress *progress)
{
    return progress->statement_started == 0
               ? 0
               : (double)(g_get_monotonic_time() - progress->statement_started) / G_USEC_PER_SEC;
}

/* With the mutex held. */
static void draw(Progress *progress)
{
    const Revision *revision = g_ptr_array_index(progress->plan->revisions, progress->index);
    fprintf(stderr, "\r\033[K[%u/%u] %s", progress->index + 1, progress->plan->revisions->len,
            revision->id);
    if (progress->steps > 1)
        fprintf(stderr, " step %u/%u", progress->step + 1, progress->steps);
    double seconds = running_seconds(progress);
    if (progress->statement && seconds > 0)
        fprintf(stderr, ": %.60s  %.0f s", progress->statement, seconds);
    if (progress->server_progress)
        fprintf(stderr, " (%s)", progress->server_progress);
    fflush(stderr);
    progress->drawn = true;
}

static gpointer redraw(gpointer data)
{
    Progress *progress = data;
    g_autoptr(Connection) watcher = NULL;
    g_mutex_lock(&progress->mutex);
    while (!progress->stop) {
        gint64 until = g_get_monotonic_time() + (gint64)(REDRAW_SECONDS * G_USEC_PER_SEC);
        g_cond_wait_until(&progress->wake, &progress->mutex, until);
        if (progress->stop || running_seconds(progress) < QUIET_SECONDS)
            continue;
        draw(progress);
        g_mutex_unlock(&progress->mutex);
        if (!watcher && progress->backend) {
            g_autoptr(Diagnostics) ignored = diagnostics_new();
            watcher = connection_open_database(progress->context->connection,
                                               connection_database(progress->context->connection),
                                               ignored);
        }
        if (watcher)
            ask_server(progress, watcher);
        g_mutex_lock(&progress->mutex);
    }
    g_mutex_unlock(&progress->mutex);
    return NULL;
}

static int backend_pid(Connection *connection)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(Rows) rows =
        connection_query(connection, "SELECT pg_catalog.pg_backend_pid()", 0, NULL, ignored);
    return rows ? (int)g_ascii_strtoll(rows_value(rows, 0, 0), NULL, 10) : 0;
}

Progress *progress_new(Context *context, const RunPlan *plan)
{
    Progress *progress = g_new0(Progress, 1);
    progress->context = context;
    progress->plan = plan;
    progress->seconds = g_new(double, plan->revisions->len + 1);
    for (guint i = 0; i < plan->revisions->len; i++)
        progress->seconds[i] = -1;
    progress->live = context->terminal && !context->quiet && !context->json;
    g_mutex_init(&progress->mutex);
    g_cond_init(&progress->wake);
    if (progress->live) {
        progress->backend = backend_pid(context->connection);
        progress->thread = g_thread_new("progress", redraw, progress);
    }
    return progress;
}

static void clear_line(Progress *progress)
{
    if (progress->drawn)
        fputs("\r\033[K", stderr);
    progress->drawn = false;
}

void progress_end(Progress *progress)
{
    if (progress->thread) {
        g_mutex_lock(&progress->mutex);
        progress->stop = true;
        g_cond_signal(&progress->wake);
        g_mutex_unlock(&progress->mutex);
        g_thread_join(g_steal_pointer(&progress->thread));
    }
    clear_line(progress);
}

void progress_free(Progress *progress)
{
    if (!progress)
        return;
    progress_end(progress);
    g_mutex_clear(&progress->mutex);
    g_cond_clear(&progress->wake);
    g_free(progress->seconds);
    g_free(progress->statement);
    g_free(progress->server_progress);
    g_free(progress);
}

double progress_seconds(const Progress *progress, guint index)
{
    return progress->seconds[index];
}

guint progress_steps_done(const Progress *progress, guint *ret_steps)
{
    *ret_steps = MAX(progress->steps, 1);
    return progress->step;
}

/* The observer */

static void on_revision(void *data, const Revision *revision, const RevisionFile *file, guint index,
                        guint count, guint steps_done)
{
    (void)revision, (void)count;
    Progress *progress = data;
    const Section *section = progress->plan->downgrade ? &file->downgrade : &file->upgrade;
    g_mutex_lock(&progress->mutex);
    progress->index = index;
    progress->step = steps_done;
    progress->steps = section->steps->len;
    if (progress->live && progress->steps > 1)
        draw(progress);
    g_mutex_unlock(&progress->mutex);
}

static void on_done(void *data, const Revision *revision, double seconds)
{
    Progress *progress = data;
    progress->seconds[progress->index] = seconds;
    if (progress->context->json || progress->context->quiet)
        return;
    g_mutex_lock(&progress->mutex);
    clear_line(progress);
    g_autofree char *title = revision_title(revision);
    printf("%s %s %s  (%.3f s)\n", progress->plan->downgrade ? "-" : "+", revision->id, title,
           seconds);
    fflush(stdout);
    g_mutex_unlock(&progress->mutex);
}

static void on_step(void *data, guint step, const Step *what)
{
    (void)what;
    Progress *progress = data;
    g_mutex_lock(&progress->mutex);
    progress->step = step;
    g_mutex_unlock(&progress->mutex);
    if (progress->context->verbose && progress->steps > 1)
        messages_say(progress->context, "step %u of %u", step + 1, progress->steps);
}

static bool on_before(void *data, guint step, guint statement, const StepItem *item)
{
    (void)step, (void)statement;
    Progress *progress = data;
    g_mutex_lock(&progress->mutex);
    g_free(progress->statement);
    progress->statement = g_strndup(item->text, strcspn(item->text, "\n"));
    progress->statement_started = g_get_monotonic_time();
    g_mutex_unlock(&progress->mutex);
    if (progress->context->verbose)
        messages_say(progress->context, "%s;", item->text);
    return true;
}

static bool on_after(void *data, guint step, guint statement, const StepItem *item, double seconds)
{
    (void)step, (void)statement, (void)item;
    Progress *progress = data;
    g_mutex_lock(&progress->mutex);
    progress->statement_started = 0;
    g_clear_pointer(&progress->server_progress, g_free);
    g_mutex_unlock(&progress->mutex);
    if (progress->context->verbose)
        messages_say(progress->context, "-- %.3f s", seconds);
    return true;
}

static void on_retry(void *data, guint step, guint attempt, double seconds, const char *reason)
{
    (void)step;
    Progress *progress = data;
    g_mutex_lock(&progress->mutex);
    clear_line(progress);
    progress->statement_started = 0;
    messages_say(progress->context, "%s; attempt %u failed, the next one follows in %g s", reason,
                 attempt, seconds);
    g_mutex_unlock(&progress->mutex);
}

const RunnerObserver progress_observer = {
    .revision = on_revision,
    .done = on_done,
    .section = {.step = on_step,
                .before = on_before,
                .after = on_after,
                .retry = on_retry,
                .interrupted = signals_interrupted},
};
