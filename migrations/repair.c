#include "migrations/repair.h"

#include "emit/quote.h"
#include "migrations/journal.h"
#include "migrations/revision_parse.h"
#include "migrations/run_plan.h"

#include <string.h>

typedef struct Search {
    const Graph *graph;
    const DatabaseState *state;
    const VersionTable *table;
    GPtrArray *findings;
    GPtrArray *rows; /* Revision: those of the version rows that have a file */
    Diagnostics *diagnostics;
} Search;

static void finding_free(gpointer data)
{
    Finding *finding = data;
    g_free(finding->text);
    g_free(finding->cure);
    g_free(finding->sql);
    g_free(finding);
}

/* Takes all three. */
static void add(Search *search, char *text, char *cure, char *sql)
{
    Finding *finding = g_new(Finding, 1);
    finding->text = text;
    finding->cure = cure;
    finding->sql = sql;
    g_ptr_array_add(search->findings, finding);
}

static char *remove_row_sql(const Search *search, const char *id)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, (gpointer)id);
    return version_table_change_sql(search->table, one, none);
}

static void find_unknown(Search *search)
{
    for (guint i = 0; i < search->state->versions->len; i++) {
        const char *id = g_ptr_array_index(search->state->versions, i);
        Revision *revision = graph_find(search->graph, id);
        if (revision)
            g_ptr_array_add(search->rows, revision);
        else
            add(search, g_strdup_printf("the database is at %s, which has no file here", id),
                g_strdup("get the file, or say where the database is: gen stamp --purge REVISION"),
                NULL);
    }
}

/* A row that another row stands on says nothing that the other one does not. */
static void find_implied(Search *search)
{
    g_autoptr(GPtrArray) parents = revisions_new();
    for (guint i = 0; i < search->rows->len; i++) {
        const Revision *revision = g_ptr_array_index(search->rows, i);
        for (guint j = 0; j < revision->parents->len; j++)
            g_ptr_array_add(parents, g_ptr_array_index(revision->parents, j));
    }
    g_autoptr(GPtrArray) implied = graph_ancestors(search->graph, parents, false);
    for (guint i = 0; i < search->rows->len; i++) {
        const Revision *revision = g_ptr_array_index(search->rows, i);
        if (revisions_contain(implied, revision))
            add(search,
                g_strdup_printf("the version table has %s beside a revision that stands on it",
                                revision->id),
                g_strdup("remove its row"), remove_row_sql(search, revision->id));
    }
}

static char *forget_sql(const Search *search, const char *id)
{
    const RevisionLog *log = g_hash_table_lookup(search->state->logs, id);
    return journal_stamp_sql(search->table, id, log->checksum);
}

/* The rest of the run counts as done: the version rows change as its last step would. */
static char *finish_sql(Search *search, const Revision *revision, bool downgrade)
{
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, search->diagnostics);
    if (!file)
        return NULL;
    g_autoptr(GPtrArray) one = revisions_new();
    g_ptr_array_add(one, (gpointer)revision);
    g_autoptr(GPtrArray) applied = graph_ancestors(search->graph, search->rows, true);
    RunPlan plan = {downgrade, one, applied, search->state->versions};
    g_autoptr(VersionWalk) walk = version_walk_new(search->graph, &plan);
    g_autoptr(GPtrArray) remove = NULL;
    g_autoptr(GPtrArray) gain = NULL;
    version_walk_next(walk, &remove, &gain);
    g_autofree char *checksum = section_checksum(&file->upgrade, file->upgrade.steps->len);
    g_autofree char *history = journal_stamp_sql(search->table, revision->id, checksum);
    g_autofree char *versions = version_table_change_sql(search->table, remove, gain);
    return g_strconcat(history, versions, NULL);
}

static bool find_stopped(Search *search, PartialRemedy remedy)
{
    const char *id = database_state_partial(search->state);
    if (!id)
        return true;
    const PartialRun *partial =
        ((RevisionLog *)g_hash_table_lookup(search->state->logs, id))->partial;
    const Revision *revision = graph_find(search->graph, id);
    const char *word = partial->downgrade ? "downgrade" : "upgrade";
    char *text = g_strdup_printf("the %s of %s has stopped after %u of %u steps%s%s", word, id,
                                 partial->steps_done, partial->steps, partial->error ? ": " : "",
                                 partial->error ? partial->error : "");
    if (remedy == PARTIAL_KEEP || (remedy == PARTIAL_FINISH && !revision)) {
        add(search, text,
            g_strdup_printf("gen %s takes it up again; or undo its steps by hand and repair "
                            "--forget; or do the rest by hand and repair --finish",
                            word),
            NULL);
        return true;
    }
    if (remedy == PARTIAL_FORGET) {
        add(search, text, g_strdup("its steps count as never run"), forget_sql(search, id));
        return true;
    }
    char *sql = finish_sql(search, revision, partial->downgrade);
    add(search, text, g_strdup("its last steps count as done"), sql);
    return sql != NULL;
}

/* The history says what ran: its checksum becomes that of the file as it is now. */
static char *accept_sql(const Search *search, const char *id, bool partial, guint steps,
                        const char *checksum)
{
    g_autofree char *literal = quote_literal(id);
    if (!partial)
        return journal_stamp_sql(search->table, id, checksum);
    return g_strdup_printf("UPDATE %s SET checksum = '%s' WHERE id = (SELECT max(id) FROM %s WHERE "
                           "revision = %s AND step = %u AND finished_at IS NOT NULL AND error IS "
                           "NULL);\n",
                           search->table->history, checksum, search->table->history, literal,
                           steps);
}

static bool find_edited_one(Search *search, const Revision *revision, const RevisionLog *log)
{
    const PartialRun *partial = log->partial;
    const char *logged = partial ? partial->checksum : log->checksum;
    if (!logged)
        return true;
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, search->diagnostics);
    if (!file)
        return false;
    const Section *section = partial && partial->downgrade ? &file->downgrade : &file->upgrade;
    guint steps = partial ? partial->steps_done : section->steps->len;
    g_autofree char *now = section_checksum(section, steps);
    if (strcmp(now, logged) != 0 && g_strcmp0(file->replaced_checksum, logged) != 0)
        add(search, g_strdup_printf("%s was edited after it ran", file->path),
            g_strdup("take the file as it is for what ran"),
            accept_sql(search, revision->id, partial != NULL, steps, now));
    return true;
}

static bool find_edited(Search *search)
{
    g_autoptr(GPtrArray) applied = graph_ancestors(search->graph, search->rows, true);
    bool good = true;
    for (guint i = 0; i < search->graph->revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(search->graph->revisions, i);
        const RevisionLog *log = g_hash_table_lookup(search->state->logs, revision->id);
        if (log && (log->partial || revisions_contain(applied, revision)))
            good = find_edited_one(search, revision, log) && good;
    }
    return good;
}

GPtrArray *repair_findings(const Graph *graph, const DatabaseState *state,
                           const VersionTable *table, PartialRemedy remedy,
                           Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) rows = revisions_new();
    Search search = {graph, state, table, NULL, rows, diagnostics};
    search.findings = g_ptr_array_new_with_free_func(finding_free);
    find_unknown(&search);
    find_implied(&search);
    if (find_stopped(&search, remedy) && (remedy != PARTIAL_KEEP || find_edited(&search)))
        return search.findings;
    g_ptr_array_unref(search.findings);
    return NULL;
}
