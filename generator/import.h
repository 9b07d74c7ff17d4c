/* Writing the project's models from a database, over what stands there. */
#ifndef GEN_GENERATOR_IMPORT_H
#define GEN_GENERATOR_IMPORT_H

#include "generator/source.h"

/* Writes models that read back to `database`. Whether a model says the same already is for the
 * server to tell, as when it is compared. What is the same stays as it is written, comments and
 * layout included, also in a file in which something else changes. A warning names each object
 * that the models lose because the database has it not. Partitions of which the models say nothing
 * (see comparison_left_alone) are taken out of `database`. What models say of what is not managed
 * stays, wherever it stands. False after diagnostics. */
bool import_models(const Sources *sources, State *database, ModelWriteResult *ret,
                   Diagnostics *diagnostics);

#endif
