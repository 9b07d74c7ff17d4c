/* What sequences and identity columns have in common: options, and values that carry on where the
 * rows are.
 * https://www.postgresql.org/docs/current/sql-altersequence.html */
#ifndef GEN_EMIT_NUMBERING_H
#define GEN_EMIT_NUMBERING_H

#include "emit/script.h"
#include "schema/kinds.h"

/* "INCREMENT BY 2 START WITH 10" of a new sequence, "" when all is PostgreSQL's default. Freed with
 * g_free. */
char *numbering_options(const SequenceOptions *options);

/* One option after the other that leads from `from` to `to`, defaults by their own words: "NO
 * MINVALUE". `verb` stands before each ("SET " for identity columns, else ""). Ends with RESTART
 * where the old values are certainly no values of the new range. Freed with g_free.
 * `type`: "smallint", "integer" or NULL (bigint). */
char *numbering_change(const SequenceOptions *from, const SequenceOptions *to,
                       const char *from_type, const char *to_type, const char *verb);

/* Moves the sequence into the part of its range that is left when that becomes smaller, where no
 * value in use is at stake; `sequence` is an SQL expression for it: 'public.s' as literal or a
 * call. Nothing where the range does not shrink. */
void numbering_fit(Script *script, const char *sequence, const SequenceOptions *from,
                   const SequenceOptions *to, const char *from_type, const char *to_type);

/* SELECT setval(sequence, …) to what the column holds, behind the statement under construction: so
 * that numbering goes on after the last value. Leaves the sequence alone when there are no rows. */
void numbering_continue(Script *script, const char *sequence, const SequenceOptions *options,
                        const Column *column);

#endif
