/* Identity columns under ALTER COLUMN. Inside emit/ only. */
#ifndef GEN_EMIT_COLUMN_NUMBERING_H
#define GEN_EMIT_COLUMN_NUMBERING_H

#include "emit/emit.h"
#include "schema/table.h"

/* Adds an identity (numbering goes on after the values that are there), or changes the one there
 * is. An identity that goes is dropped before the column changes its type, not here. */
void column_number(Script *script, const Change *change);

/* The comment on the sequence of a new identity, if there is one. */
void column_comment_sequence(Script *script, const Column *column);

/* The quoted name of an identity's sequence. Freed with g_free. */
char *column_sequence(const Column *column);

#endif
