#include "migrations/runner.h"

#include "migrations/failure.h"
#include "migrations/journal.h"
#include "migrations/revision_parse.h"

#include <string.h>

static void file_free(gpointer file)
{
    revision_file_free(file);
}

static bool check_section(const RunPlan *plan, const RevisionFile *file, Diagnostics *diagnostics)
{
    const Section *section = plan->downgrade ? &file->downgrade : &file->upgrade;
    if (section->present)
        return true;
    const char *word = plan->downgrade ? "downgrade" : "upgrade";
    diag_set_hint(diag_error(diagnostics, DIAG_REVISION, (Place){file->path, 0, 0},
                             "the file has no %s", word),
                  "an empty one is the line \"-- gen: %s\" alone", word);
    return false;
}

GPtrArray *runner_read_files(const RunPlan *plan, Diagnostics *diagnostics)
{
    GPtrArray *files = g_ptr_array_new_full(plan->revisions->len, file_free);
    bool good = true;
    for (guint i = 0; i < plan->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(plan->revisions, i);
        RevisionFile *file = revision_read(revision->file->path, diagnostics);
        good = file && good;
        if (!file)
            continue;
        g_ptr_array_add(files, file);
        good = check_section(plan, file, diagnostics) && good;
    }
    if (good)
        return files;
    g_ptr_array_unref(files);
    return NULL;
}

static const PartialRun *partial_of(const DatabaseState *state, const char *id)
{
    const RevisionLog *log = g_hash_table_lookup(state->logs, id);
    return log ? log->partial : NULL;
}

/* Checks before a run */

static bool check_partial_is_first(const Runner *runner, const RunPlan *plan,
                                   Diagnostics *diagnostics)
{
    const char *id = database_state_partial(runner->state);
    if (!id)
        return true;
    const PartialRun *partial = partial_of(runner->state, id);
    const Revision *first = plan->revisions->len > 0 ? g_ptr_array_index(plan->revisions, 0) : NULL;
    if (first && strcmp(first->id, id) == 0 && partial->downgrade == plan->downgrade)
        return true;
    const char *word = partial->downgrade ? "downgrade" : "upgrade";
    Diagnostic *d = diag_error(diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                               "the %s of revision %s has stopped after %u of %u steps", word, id,
                               partial->steps_done, partial->steps);
    if (partial->error)
        diag_set_detail(d, "it said: %s", partial->error);
    diag_set_hint(d, "gen %s takes it up again; gen repair shows the other ways out", word);
    return false;
}

/* What ran of a revision must be what its file still says; what did not run may be mended. */
static bool check_partial_file(const PartialRun *partial, bool downgrade, const RevisionFile *file,
                               Diagnostics *diagnostics)
{
    if (!partial || partial->steps_done == 0 || !partial->checksum)
        return true;
    const Section *section = downgrade ? &file->downgrade : &file->upgrade;
    g_autofree char *now = section_checksum(section, partial->steps_done);
    if (strcmp(now, partial->checksum) == 0)
        return true;
    Diagnostic *d = diag_error(diagnostics, DIAG_REVISION_CHANGED, (Place){file->path, 0, 0},
                               "steps of revision %s that have run were edited since", file->id);
    diag_set_hint(d, "put its first %u steps back as they were; the steps after them may change",
                  partial->steps_done);
    return false;
}

bool runner_check_applied(const DatabaseState *state, const GPtrArray *applied,
                          Diagnostics *diagnostics)
{
    bool good = true;
    for (guint i = 0; i < applied->len; i++) {
        const Revision *revision = g_ptr_array_index(applied, i);
        const RevisionLog *log = g_hash_table_lookup(state->logs, revision->id);
        if (!log || !log->checksum)
            continue;
        g_autoptr(RevisionFile) file = revision_read(revision->file->path, diagnostics);
        g_autofree char *now =
            file ? section_checksum(&file->upgrade, file->upgrade.steps->len) : NULL;
        if (file && strcmp(now, log->checksum) != 0 &&
            g_strcmp0(file->replaced_checksum, log->checksum) != 0) {
            diag_set_hint(diag_error(diagnostics, DIAG_REVISION_CHANGED, (Place){file->path, 0, 0},
                                     "revision %s was edited after it was applied", file->id),
                          "undo the edit and write a new revision; or, when the edit is right, "
                          "gen repair takes it as it is");
            good = false;
        }
        good = file && good;
    }
    return good;
}

bool runner_check(const Runner *runner, const RunPlan *plan, const GPtrArray *files,
                  Diagnostics *diagnostics)
{
    bool good = check_partial_is_first(runner, plan, diagnostics);
    if (good && files->len > 0) {
        const RevisionFile *first = g_ptr_array_index(files, 0);
        good = check_partial_file(partial_of(runner->state, first->id), plan->downgrade, first,
                                  diagnostics);
    }
    /* A downgrade runs what the files say now, edited or not. */
    if (!plan->downgrade)
        good = runner_check_applied(runner->state, plan->applied, diagnostics) && good;
    return good;
}

/* Running */

static char *books_begin(void *data, guint step)
{
    return journal_begin_sql(data, step);
}

static char *books_progress(void *data, guint step, guint done)
{
    return journal_progress_sql(data, step, done);
}

static char *books_finish(void *data, guint step)
{
    return journal_finish_sql(data, step);
}

static char *books_failure(void *data, guint step, const char *error)
{
    return journal_error_sql(data, step, error);
}

static const SectionBooks books = {books_begin, books_progress, books_finish, books_failure};

static bool run_file(const Runner *runner, const RunPlan *plan, const RevisionFile *file,
                     VersionWalk *walk, bool watch_client, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) remove = NULL;
    g_autoptr(GPtrArray) add = NULL;
    version_walk_next(walk, &remove, &add);
    Journal journal = {runner->table, file, plan->downgrade, remove, add};
    const PartialRun *partial = partial_of(runner->state, file->id);
    SectionRun run = {
        .connection = runner->connection,
        .section = journal_section(&journal),
        .path = file->path,
        .lock_timeout = runner->lock_timeout,
        .statement_timeout = runner->statement_timeout,
        .retries = runner->retries,
        .backoff = runner->backoff,
        .watch_client = watch_client,
        .first_step = partial ? partial->steps_done : 0,
        .in_step = partial && partial->in_step,
        .first_statement = partial ? partial->statements_done : 0,
        .observer = runner->observer ? &runner->observer->section : NULL,
        .observer_data = runner->observer_data,
        .books = &books,
        .books_data = &journal,
    };
    return section_run(&run, diagnostics);
}

/* Not every server has it (PostgreSQL 14, and not on every system). */
static bool can_watch_client(Connection *connection)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    return connection_version(connection) >= 140000 &&
           connection_run(connection, "SET client_connection_check_interval = '250ms'", ignored);
}

static bool create_tables(const Runner *runner, Diagnostics *diagnostics)
{
    if (runner->state->version_exists && runner->state->history_exists)
        return true;
    g_autofree char *sql = version_table_create_sql(runner->table);
    if (connection_run(runner->connection, sql, diagnostics))
        return true;
    version_table_explain(runner->table, runner->connection, diagnostics);
    return false;
}

static void tell_revision(const Runner *runner, const RunPlan *plan, const RevisionFile *file,
                          guint index)
{
    if (!runner->observer || !runner->observer->revision)
        return;
    const PartialRun *partial = partial_of(runner->state, file->id);
    runner->observer->revision(runner->observer_data, g_ptr_array_index(plan->revisions, index),
                               file, index, plan->revisions->len,
                               partial ? partial->steps_done : 0);
}

static void tell_done(const Runner *runner, const RunPlan *plan, guint index, gint64 started)
{
    if (runner->observer && runner->observer->done)
        runner->observer->done(runner->observer_data, g_ptr_array_index(plan->revisions, index),
                               (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC);
}

bool runner_run(const Runner *runner, const RunPlan *plan, const GPtrArray *files, guint *ret_done,
                Diagnostics *diagnostics)
{
    *ret_done = 0;
    if (!create_tables(runner, diagnostics))
        return false;
    bool watch_client = can_watch_client(runner->connection);
    g_autoptr(VersionWalk) walk = version_walk_new(runner->graph, plan);
    for (guint i = 0; i < files->len; i++) {
        gint64 started = g_get_monotonic_time();
        tell_revision(runner, plan, g_ptr_array_index(files, i), i);
        if (!run_file(runner, plan, g_ptr_array_index(files, i), walk, watch_client, diagnostics))
            return false;
        tell_done(runner, plan, i, started);
        ++*ret_done;
    }
    return true;
}
