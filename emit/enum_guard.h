/* Refusing to take labels away from an enum while rows hold them. */
#ifndef GEN_EMIT_ENUM_GUARD_H
#define GEN_EMIT_ENUM_GUARD_H

#include "emit/emit.h"
#include "schema/kinds.h"

bool enum_has_label(const Enum *type, const char *label);

/* For the RETIRE of an enum: a DO block that fails, naming table, column, label and count, if a
 * column that the plan converts (of the enum, of an array of it, of domains over it) holds a label
 * that the new form lacks. Nothing where no label is lost or no column uses the type. */
void enum_guard(Script *script, const Change *retire, const Plan *plan);

#endif
