/* What a run writes to the history and version tables, as SQL: the runner executes it, a script
 * prints it.
 */
#ifndef GEN_MIGRATIONS_JOURNAL_H
#define GEN_MIGRATIONS_JOURNAL_H

#include "migrations/version_table.h"

/* Checksum (SHA-256, hex) of the statements of the first `steps` steps of a section: what
 * comments say and where lines are broken between statements does not count. The checksum of
 * all steps is the section's. Freed with g_free. */
char *section_checksum(const Section *section, guint steps);

/* How many steps a run of `section` has: at least one, which does the book-keeping. */
guint section_steps(const Section *section);

/* One revision's run in one direction, and where the database stands before and after it. */
typedef struct Journal {
    const VersionTable *table;
    const RevisionFile *file;
    bool downgrade;
    const GPtrArray *remove; /* version rows that the end of the run removes, char * */
    const GPtrArray *add;    /* and adds */
} Journal;

const Section *journal_section(const Journal *journal);

/* SQL for the end of step `step` (from 0), to run in its transaction: its row and, after the last
 * one, the version rows. For an autocommit step it completes the row of journal_begin_sql. All
 * freed with g_free. */
char *journal_finish_sql(const Journal *journal, guint step);

/* SQL before an autocommit step, and after its first `done` statements are done. */
char *journal_begin_sql(const Journal *journal, guint step);
char *journal_progress_sql(const Journal *journal, guint step, guint done);

/* SQL that records an error: a row of its own, or in the row of an autocommit step. */
char *journal_error_sql(const Journal *journal, guint step, const char *error);

/* SQL that logs a stamp of `revision`, whose upgrade has this checksum (or NULL): what ran of it
 * before counts no longer. */
char *journal_stamp_sql(const VersionTable *table, const char *revision, const char *checksum);

#endif
