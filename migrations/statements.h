/* SQL text as statements, split by PostgreSQL's own scanner (libpg_query), so that dollar
 * quotes, strings, nested comments and rules are what PostgreSQL takes them for. Text that
 * its parser (of PostgreSQL 15) does not know is split all the same.
 */
#ifndef GEN_MIGRATIONS_STATEMENTS_H
#define GEN_MIGRATIONS_STATEMENTS_H

#include "schema/diagnostics.h"

/* Where a statement stands in the text: from its first word to its last, without comments
 * before it and without its semicolon. */
typedef struct StatementSpan {
    gsize start;
    gsize end;
} StatementSpan;

/* The statements of `text`, in order; freed with g_array_unref. NULL with a diagnostic
 * (DIAG_REVISION, at a line of `path`) when the text cannot be scanned: a string or a comment
 * that does not end. */
GArray *statement_spans(const char *text, const char *path, Diagnostics *diagnostics);

/* The first byte at or after `text` that is neither white space nor comment. */
const char *skip_comments(const char *text);

/* How long the block comment is that begins at `text`, nested ones included. */
gsize block_comment_length(const char *text);

/* The line, from 1, of the byte at `offset`. */
int line_at(const char *text, gsize offset);

/* Why a statement cannot be in a revision file (COPY FROM STDIN, a psql meta-command, its own
 * BEGIN or COMMIT), as a sentence for people; NULL when it can. Static. */
const char *statement_refusal(const char *sql);

#endif
