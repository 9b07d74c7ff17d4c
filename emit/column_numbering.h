/* Identity columns under ALTER COLUMN. Inside emit/ only. */
#ifndef GEN_EMIT_COLUMN_NUMBERING_H
#define GEN_EMIT_COLUMN_NUMBERING_H

#include "emit/emit.h"

/* Adds an identity (numbering goes on after the values that are there), or changes the one there
 * is. An identity that goes is dropped before the column changes its type, not here. */
void column_number(Script *script, const Change *change);

#endif
