/* Errors of the server on the way from a connection to the user. */
#ifndef GEN_MIGRATIONS_FAILURE_H
#define GEN_MIGRATIONS_FAILURE_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

/* Adds the first error of `answer` again, as that of a statement of the file `path`: with the
 * place in the file, and as DIAG_STATEMENT unless the link itself is lost. */
void failure_report(const Diagnostics *answer, const char *path, const StepItem *item,
                    Diagnostics *diagnostics);

/* Copies every entry of `answer` to `diagnostics`. */
void failure_pass_on(const Diagnostics *answer, Diagnostics *diagnostics);

/* Whether trying again may help: a lock that was not to be had, a deadlock, a serialization
 * failure. */
bool failure_is_transient(const Diagnostics *answer);

/* The text of the first error, or NULL. Owned by `answer`. */
const char *failure_text(const Diagnostics *answer);

#endif
