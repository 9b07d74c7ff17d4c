/* Running the statements of one section on a connection: steps as transactions, timeouts,
 * retries. The runner adds the book-keeping; a proof or a preview runs a section without.
 */
#ifndef GEN_MIGRATIONS_SECTION_RUN_H
#define GEN_MIGRATIONS_SECTION_RUN_H

#include "emit/revision_file.h"
#include "introspect/connection.h"

/* Undoes what SET leaves behind, before the books are written and the next step begins. */
#define SECTION_RESET_SQL "RESET ROLE;\nRESET ALL;\n"

/* Told what happens; every member may be NULL. `before` and `after` return false to stop the run
 * there (the step is rolled back): they add the diagnostic. Steps and statements count from 0. */
typedef struct SectionObserver {
    void (*step)(void *data, guint step, const Step *what);
    bool (*before)(void *data, guint step, guint statement, const StepItem *item);
    bool (*after)(void *data, guint step, guint statement, const StepItem *item, double seconds);
    /* A step (or autocommit statement) waits to be tried again: `reason` is the server's word. */
    void (*retry)(void *data, guint step, guint attempt, double seconds, const char *reason);
    /* Whether the run is to stop; asked between statements and while waiting. */
    bool (*interrupted)(void *data);
} SectionObserver;

/* SQL that keeps account of steps; each text is freed with g_free. */
typedef struct SectionBooks {
    char *(*begin)(void *data, guint step);                /* before an autocommit step */
    char *(*progress)(void *data, guint step, guint done); /* after each of its statements */
    char *(*finish)(void *data, guint step);               /* in a step's last transaction */
    char *(*failure)(void *data, guint step, const char *error);
} SectionBooks;

/* Zero is the default of every member but the first two. */
typedef struct SectionRun {
    Connection *connection;
    const Section *section;
    const char *path; /* for places in messages, or NULL */

    const char *lock_timeout;      /* of steps that set none; NULL: the server's */
    const char *statement_timeout; /* the same */
    guint retries;                 /* how often a step is tried again after a lock timeout */
    double backoff;                /* seconds before the first retry, doubled for each; 0: 1 s */
    bool watch_client;             /* the server takes client_connection_check_interval */

    guint first_step;      /* steps before this one are done */
    bool in_step;          /* that step is an autocommit step that has begun */
    guint first_statement; /* and so many of its statements are done */

    const SectionObserver *observer;
    void *observer_data;
    const SectionBooks *books;
    void *books_data;
} SectionRun;

/* Runs what is left of the section. False after a diagnostic: DIAG_STATEMENT with the place of the
 * statement in the file, DIAG_CONNECTION when the link is lost; the step that failed is rolled
 * back (an autocommit step is not). Session settings that a section changes (SET, search_path,
 * role) do not outlive the step. */
bool section_run(const SectionRun *run, Diagnostics *diagnostics);

#endif
