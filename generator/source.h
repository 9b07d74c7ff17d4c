/* Where states come from: the words that --from and --to take.
 *
 *     database     the database the command works on
 *     models       the project's models
 *     migrations   the revision files, replayed on a scratch database
 *     empty        nothing
 *     a URL        another database
 *     a directory  other models
 */
#ifndef GEN_GENERATOR_SOURCE_H
#define GEN_GENERATOR_SOURCE_H

#include "generator/config.h"
#include "introspect/connection.h"
#include "schema/state.h"

typedef struct Sources {
    const Config *config;
    Connection *connection; /* of the command's database; borrowed */
} Sources;

/* The two states that a command compares. Both are cut to what is managed: the schemas that
 * gen.yml or the models name, without what `include` and `exclude` leave out. False after
 * diagnostics; what was read is freed then. */
bool sources_read(const Sources *sources, const char *from, const char *to, State **ret_from,
                  State **ret_to, Diagnostics *diagnostics);

/* The state of a database, of all schemas that gen.yml names, or all there are; for import. */
State *source_database(const Sources *sources, Diagnostics *diagnostics);

/* The project's models. */
State *source_models(const Sources *sources, Diagnostics *diagnostics);

#endif
