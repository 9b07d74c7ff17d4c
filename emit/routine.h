/* What functions, procedures and aggregates have in common in SQL. */
#ifndef GEN_EMIT_ROUTINE_H
#define GEN_EMIT_ROUTINE_H

#include "schema/routine.h"

/* Appends one argument as CREATE takes it: "INOUT a integer DEFAULT 1". */
void routine_append_argument(GString *out, const Argument *argument, bool with_default);

/* Appends "SET name TO value" for a setting "name=value" of a function. */
void routine_append_setting(GString *out, const char *setting);

#endif
