/* The comment block at the top of a revision file: message, headers, summary of changes. */
#ifndef GEN_MIGRATIONS_REVISION_HEADERS_H
#define GEN_MIGRATIONS_REVISION_HEADERS_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

/* Reads the block at the start of `text` into `file`, whose path is for messages. False after
 * diagnostics: an unknown header, no Revision, an id that cannot be one. */
bool revision_headers_parse(RevisionFile *file, const char *text, Diagnostics *diagnostics);

/* Whether `id` can name a revision or a label: letters, digits, `_`, and inside also `-` and `.`.
 */
bool revision_name_is_valid(const char *name);

#endif
