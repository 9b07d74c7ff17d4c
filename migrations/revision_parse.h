/* Reading revision files: the other way of emit/revision_file.h. docs/revisions.md has the
 * format.
 */
#ifndef GEN_MIGRATIONS_REVISION_PARSE_H
#define GEN_MIGRATIONS_REVISION_PARSE_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

/* Reads a revision file whole, `text` being what stands in `path`. NULL after diagnostics
 * (DIAG_REVISION with the line). The result is the caller's. */
RevisionFile *revision_parse(const char *path, const char *text, Diagnostics *diagnostics);
RevisionFile *revision_read(const char *path, Diagnostics *diagnostics);

/* Reads the comment block at the top alone: all that the graph needs, many times faster. Both
 * sections are marked as absent. */
RevisionFile *revision_read_headers(const char *path, Diagnostics *diagnostics);

#endif
