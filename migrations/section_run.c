#include "migrations/section_run.h"

#include "emit/quote.h"
#include "migrations/autocommit.h"
#include "migrations/failure.h"

#include <string.h>

#define POLL_SECONDS 0.1

static bool interrupted(const SectionRun *run)
{
    return run->observer && run->observer->interrupted &&
           run->observer->interrupted(run->observer_data);
}

static void sleep_watchfully(const SectionRun *run, double seconds)
{
    gint64 end = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
    while (g_get_monotonic_time() < end && !interrupted(run))
        g_usleep((gulong)(POLL_SECONDS * G_USEC_PER_SEC));
}

static void tell_step(const SectionRun *run, guint step, const Step *what)
{
    if (run->observer && run->observer->step)
        run->observer->step(run->observer_data, step, what);
}

static bool tell_before(const SectionRun *run, guint step, guint statement, const StepItem *item)
{
    return !run->observer || !run->observer->before ||
           run->observer->before(run->observer_data, step, statement, item);
}

static bool tell_after(const SectionRun *run, guint step, guint statement, const StepItem *item,
                       gint64 started)
{
    double seconds = (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC;
    return !run->observer || !run->observer->after ||
           run->observer->after(run->observer_data, step, statement, item, seconds);
}

/* Settings */

static void append_setting(GString *sql, const char *scope, const char *name, const char *value)
{
    if (!value)
        return;
    g_autofree char *literal = quote_literal(value);
    g_string_append_printf(sql, "SET %s%s = %s;\n", scope, name, literal);
}

static char *settings_sql(const SectionRun *run, const Step *step, const char *scope,
                          const char *default_lock_timeout)
{
    GString *sql = g_string_new(NULL);
    /* A server whose client was killed then stops the statement instead of finishing it. */
    append_setting(sql, scope, "client_connection_check_interval",
                   run->watch_client ? "250ms" : NULL);
    append_setting(sql, scope, "lock_timeout",
                   step && step->lock_timeout ? step->lock_timeout : default_lock_timeout);
    append_setting(sql, scope, "statement_timeout",
                   step && step->statement_timeout ? step->statement_timeout
                                                   : run->statement_timeout);
    return g_string_free(sql, FALSE);
}

static char *books_finish(const SectionRun *run, guint step)
{
    return run->books ? run->books->finish(run->books_data, step) : g_strdup("");
}

/* Runs SQL of gen's own where failing changes nothing: the diagnostics are dropped. */
static void run_quietly(const SectionRun *run, const char *sql)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    if (connection_alive(run->connection))
        connection_run(run->connection, sql, ignored);
}

/* Steps that are one transaction */

static bool run_item(const SectionRun *run, guint step, guint statement, const StepItem *item,
                     Diagnostics *diagnostics)
{
    if (!tell_before(run, step, statement, item))
        return false;
    gint64 started = g_get_monotonic_time();
    g_autoptr(Diagnostics) answer = diagnostics_new();
    if (connection_run(run->connection, item->text, answer))
        return tell_after(run, step, statement, item, started);
    failure_report(answer, run->path, item, diagnostics);
    return false;
}

static bool run_items(const SectionRun *run, guint step, const Step *what, Diagnostics *diagnostics)
{
    guint statement = 0;
    for (guint i = 0; what && i < what->items->len; i++) {
        const StepItem *item = g_ptr_array_index(what->items, i);
        if (item->kind != STEP_STATEMENT)
            continue;
        if (interrupted(run) || !run_item(run, step, statement, item, diagnostics))
            return false;
        statement++;
    }
    return true;
}

/* The transaction's first and last messages carry several commands each, so that a step of one
 * statement costs three round trips, no more than BEGIN, the statement and COMMIT. */
static bool try_step(const SectionRun *run, guint step, const Step *what, Diagnostics *diagnostics)
{
    g_autofree char *settings = settings_sql(run, what, "LOCAL ", run->lock_timeout);
    g_autofree char *begin = g_strconcat("BEGIN;\n", settings, NULL);
    g_autofree char *finish = books_finish(run, step);
    g_autofree char *commit = g_strconcat(SECTION_RESET_SQL, finish, "COMMIT;\n", NULL);
    if (connection_run(run->connection, begin, diagnostics) &&
        run_items(run, step, what, diagnostics) && !interrupted(run) &&
        connection_run(run->connection, commit, diagnostics))
        return true;
    run_quietly(run, "ROLLBACK");
    return false;
}

/* Tries `attempt_one` until it works, fails for good, or has been tried often enough. */
typedef bool Attempt(const SectionRun *run, guint step, gpointer what, guint attempt,
                     Diagnostics *diagnostics);

static bool with_retries(const SectionRun *run, guint step, gpointer what, Attempt *attempt_one,
                         Diagnostics *diagnostics)
{
    double wait = run->backoff > 0 ? run->backoff : 1;
    for (guint attempt = 0;; attempt++) {
        g_autoptr(Diagnostics) answer = diagnostics_new();
        if (attempt_one(run, step, what, attempt, answer))
            return true;
        if (interrupted(run) || attempt >= run->retries || !failure_is_transient(answer)) {
            failure_pass_on(answer, diagnostics);
            return false;
        }
        if (run->observer && run->observer->retry)
            run->observer->retry(run->observer_data, step, attempt + 1, wait, failure_text(answer));
        sleep_watchfully(run, wait);
        wait *= 2;
    }
}

static bool attempt_step(const SectionRun *run, guint step, gpointer what, guint attempt,
                         Diagnostics *diagnostics)
{
    (void)attempt;
    return try_step(run, step, what, diagnostics);
}

/* Autocommit steps */

typedef struct AutocommitItem {
    const Step *step;
    const StepItem *item;
    guint statement;
    bool repeated; /* it may have run before, whole or in part */
} AutocommitItem;

static char *books_progress(const SectionRun *run, guint step, guint done)
{
    return run->books ? run->books->progress(run->books_data, step, done) : g_strdup("");
}

/* A statement that PostgreSQL takes in a transaction commits together with its account. */
static bool run_with_account(const SectionRun *run, guint step, const AutocommitItem *what,
                             Diagnostics *diagnostics)
{
    g_autofree char *settings = settings_sql(run, what->step, "LOCAL ", run->lock_timeout);
    g_autofree char *begin = g_strconcat("BEGIN;\n", settings, NULL);
    g_autofree char *progress = books_progress(run, step, what->statement + 1);
    g_autofree char *commit = g_strconcat(SECTION_RESET_SQL, progress, "COMMIT;\n", NULL);
    if (connection_run(run->connection, begin, diagnostics) &&
        run_item(run, step, what->statement, what->item, diagnostics) &&
        connection_run(run->connection, commit, diagnostics))
        return true;
    run_quietly(run, "ROLLBACK");
    return false;
}

/* A statement with CONCURRENTLY waits for old transactions to end, and nobody waits behind it: the
 * default lock timeout, which is there so that nobody does, would only make it fail. */
static const char *alone_lock_timeout(const SectionRun *run, const StepItem *item)
{
    return autocommit_is_concurrent(item->text) ? "0" : run->lock_timeout;
}

static bool run_alone(const SectionRun *run, guint step, const AutocommitItem *what,
                      Diagnostics *diagnostics)
{
    bool done = false;
    g_autofree char *settings =
        settings_sql(run, what->step, "", alone_lock_timeout(run, what->item));
    g_autofree char *progress = books_progress(run, step, what->statement + 1);
    g_autofree char *account = g_strconcat(SECTION_RESET_SQL, progress, NULL);
    if (!connection_run(run->connection, settings, diagnostics))
        return false;
    bool good =
        autocommit_prepare(run->connection, what->item->text, what->repeated, &done, diagnostics) &&
        (done || run_item(run, step, what->statement, what->item, diagnostics)) &&
        connection_run(run->connection, account, diagnostics);
    if (!good)
        run_quietly(run, SECTION_RESET_SQL);
    return good;
}

static bool attempt_autocommit(const SectionRun *run, guint step, gpointer data, guint attempt,
                               Diagnostics *diagnostics)
{
    AutocommitItem what = *(const AutocommitItem *)data;
    what.repeated = what.repeated || attempt > 0;
    if (autocommit_needs_none(what.item->text))
        return run_with_account(run, step, &what, diagnostics);
    return run_alone(run, step, &what, diagnostics);
}

static bool run_autocommit_items(const SectionRun *run, guint step, const Step *what, bool resumed,
                                 Diagnostics *diagnostics)
{
    AutocommitItem current = {.step = what};
    guint skip = resumed ? run->first_statement : 0;
    for (guint i = 0; i < what->items->len; i++) {
        current.item = g_ptr_array_index(what->items, i);
        if (current.item->kind != STEP_STATEMENT)
            continue;
        current.repeated = resumed && current.statement == skip;
        if (current.statement >= skip &&
            (interrupted(run) ||
             !with_retries(run, step, &current, attempt_autocommit, diagnostics)))
            return false;
        current.statement++;
    }
    return true;
}

static bool run_autocommit_step(const SectionRun *run, guint step, const Step *what, bool resumed,
                                Diagnostics *diagnostics)
{
    g_autofree char *begin =
        run->books && !resumed ? run->books->begin(run->books_data, step) : g_strdup("");
    g_autofree char *finish = books_finish(run, step);
    g_autofree char *end = g_strconcat("BEGIN;\n", finish, "COMMIT;\n", NULL);
    return connection_run(run->connection, begin, diagnostics) &&
           run_autocommit_items(run, step, what, resumed, diagnostics) &&
           connection_run(run->connection, end, diagnostics);
}

/* Sections */

static void record_failure(const SectionRun *run, guint step, const Diagnostics *diagnostics)
{
    const char *error = interrupted(run) ? "interrupted" : failure_text(diagnostics);
    if (!run->books || !error)
        return;
    g_autofree char *sql = run->books->failure(run->books_data, step, error);
    run_quietly(run, sql);
}

static bool run_step(const SectionRun *run, guint step, Diagnostics *diagnostics)
{
    Step *what =
        step < run->section->steps->len ? g_ptr_array_index(run->section->steps, step) : NULL;
    tell_step(run, step, what);
    if (what && what->autocommit)
        return run_autocommit_step(run, step, what, run->in_step && step == run->first_step,
                                   diagnostics);
    return with_retries(run, step, what, attempt_step, diagnostics);
}

bool section_run(const SectionRun *run, Diagnostics *diagnostics)
{
    guint steps = MAX(run->section->steps->len, 1);
    /* A file that lost its last steps after the first ones ran: what is left is the account. */
    if (run->first_step >= steps) {
        g_autofree char *finish = books_finish(run, steps - 1);
        g_autofree char *account = g_strconcat("BEGIN;\n", finish, "COMMIT;\n", NULL);
        return connection_run(run->connection, account, diagnostics);
    }
    for (guint step = run->first_step; step < steps; step++) {
        if (run_step(run, step, diagnostics))
            continue;
        record_failure(run, step, diagnostics);
        return false;
    }
    return true;
}
