/* Runs a plan: every revision's section, with its books, from where the last run stopped. */
#ifndef GEN_MIGRATIONS_RUNNER_H
#define GEN_MIGRATIONS_RUNNER_H

#include "migrations/run_plan.h"
#include "migrations/section_run.h"
#include "migrations/version_table.h"

/* The files of a plan, read whole. Freed with g_ptr_array_unref; NULL after diagnostics: one that
 * cannot be read, one without the section. Holds RevisionFile in the plan's order. */
GPtrArray *runner_read_files(const RunPlan *plan, Diagnostics *diagnostics);

/* Told what happens; every member may be NULL. */
typedef struct RunnerObserver {
    void (*revision)(void *data, const Revision *revision, const RevisionFile *file, guint index,
                     guint count, guint steps_done);
    void (*done)(void *data, const Revision *revision, double seconds);
    SectionObserver section;
} RunnerObserver;

typedef struct Runner {
    Connection *connection;
    const Graph *graph;
    const VersionTable *table;
    const DatabaseState *state;
    const char *lock_timeout;      /* of steps that set none, or NULL */
    const char *statement_timeout; /* the same */
    guint retries;
    double backoff; /* seconds, see SectionRun; 0 for the default */
    const RunnerObserver *observer;
    void *observer_data;
} Runner;

/* Checks that a run can begin (or be taken up again): another revision that stopped half-way, a
 * run in the other direction, steps that ran and were edited since, applied files that were
 * edited. False after diagnostics. */
bool runner_check(const Runner *runner, const RunPlan *plan, const GPtrArray *files,
                  Diagnostics *diagnostics);

/* Runs `files` as the plan says. The runner lock is the caller's business. False after a
 * diagnostic; what is done before it stays done, and `*ret_done` says how many revisions that
 * is. Makes the version tables where they are not there. */
bool runner_run(const Runner *runner, const RunPlan *plan, const GPtrArray *files, guint *ret_done,
                Diagnostics *diagnostics);

/* Reports every applied revision (of `applied`) whose upgrade is not what ran. False if any. */
bool runner_check_applied(const DatabaseState *state, const GPtrArray *applied,
                          Diagnostics *diagnostics);

#endif
