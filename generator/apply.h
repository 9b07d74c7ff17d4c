/* Upgrades and downgrades, from the lock to the last message. */
#ifndef GEN_GENERATOR_APPLY_H
#define GEN_GENERATOR_APPLY_H

#include "generator/context.h"

typedef struct ApplyRequest {
    bool downgrade;
    const char *const *targets; /* expressions, NULL-terminated; one for a downgrade */
    bool dry_run;               /* show the plan and its SQL, run nothing */
    bool sql;                   /* print a script for psql, run nothing; offline for a range */
    bool backup;                /* take one first, whatever gen.yml says */
    const char *allow;          /* hazards, as --allow has them, or NULL */
    const char *lock_timeout;   /* over gen.yml's, or NULL */
    const char *statement_timeout;
    double lock_wait; /* seconds; negative: gen.yml's */
    bool no_result;   /* --json: the caller prints one of its own */
} ApplyRequest;

/* Options that an ApplyRequest is made of, for the table of a command; the values are read with
 * apply_request(). */
#define APPLY_OPTIONS                                                                             \
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &apply_options.dry_run, "Show what would run", NULL},    \
        {"sql",                                                                                   \
         0,                                                                                       \
         0,                                                                                       \
         G_OPTION_ARG_NONE,                                                                       \
         &apply_options.sql,                                                                      \
         "Print a script for psql, offline for FROM:TO",                                          \
         NULL},                                                                                   \
        {"backup", 0, 0, G_OPTION_ARG_NONE, &apply_options.backup, "Take a pg_dump first", NULL}, \
        {"allow",                                                                                 \
         0,                                                                                       \
         0,                                                                                       \
         G_OPTION_ARG_STRING,                                                                     \
         &apply_options.allow,                                                                    \
         "Hazards that may happen: data_loss, all",                                               \
         "HAZARD,…"},                                                                             \
        {"lock-timeout",                                                                          \
         0,                                                                                       \
         0,                                                                                       \
         G_OPTION_ARG_STRING,                                                                     \
         &apply_options.lock_timeout,                                                             \
         "How long a statement waits for a lock (5s)",                                            \
         "TIME"},                                                                                 \
        {"statement-timeout",                                                                     \
         0,                                                                                       \
         0,                                                                                       \
         G_OPTION_ARG_STRING,                                                                     \
         &apply_options.statement_timeout,                                                        \
         "How long a statement may take",                                                         \
         "TIME"},                                                                                 \
    {                                                                                             \
        "lock-wait", 0, 0, G_OPTION_ARG_STRING, &apply_options.lock_wait,                         \
            "How long to wait for another gen (60)", "SECONDS"                                    \
    }

extern struct ApplyOptions {
    gboolean dry_run;
    gboolean sql;
    gboolean backup;
    char *allow;
    char *lock_timeout;
    char *statement_timeout;
    char *lock_wait;
} apply_options;

/* The request that the options ask for. False after a diagnostic. */
bool apply_request(Context *context, bool downgrade, const char *const *targets, ApplyRequest *ret);

/* Prints the script of a request with `sql` set. */
int offline_run(Context *context, const ApplyRequest *request);

/* Runs it: lock, plan, checks, hazards, backup, hooks, run, report. Returns the exit status, which
 * counts when there are no errors among the diagnostics. */
int apply_run(Context *context, const ApplyRequest *request);

#endif
