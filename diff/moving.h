/* Doubts about texts whose meaning changes with the plan. */
#ifndef GEN_DIFF_MOVING_H
#define GEN_DIFF_MOVING_H

#include "diff/match.h"

/* Marks the doubts about views that read what comes or changes, too, and about expressions that
 * call routines which do: what such a text means cannot be asked of the database as it is. */
void moving_mark(const Match *match, GPtrArray *doubts);

#endif
