/* Several revisions into one. */
#ifndef GEN_MIGRATIONS_SQUASH_H
#define GEN_MIGRATIONS_SQUASH_H

#include "migrations/graph.h"

/* One revision file that does what `range` (in the graph's order) does. It keeps the id of the
 * last one, so that databases that have all of them stay where they are; the headers Replaces and
 * Replaced-Checksum tell what it was made of. `message` NULL: the titles of all. NULL after a
 * diagnostic: revisions that do not follow one another, or that others in between stand on. */
RevisionFile *squash_revisions(const GPtrArray *range, const char *message,
                               Diagnostics *diagnostics);

/* Puts `file` in the place of the files of `range`, whose names and all are gone then; it takes the
 * name of the last one. False after a diagnostic, which says what is where if the way was not
 * gone to its end. */
bool squash_write(RevisionFile *file, const GPtrArray *range, Diagnostics *diagnostics);

#endif
