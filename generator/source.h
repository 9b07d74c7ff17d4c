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

#include "generator/context.h"
#include "schema/import_writer.h"

typedef struct Sources {
    const Config *config;
    const VersionTable *table; /* gen's own tables, which are no part of any state */
    Connection *connection;    /* of the command's database; NULL where none is asked for */
} Sources;

/* The sources of a command, with its connection. False after a diagnostic. */
bool sources_open(Context *context, Sources *ret);

/* The two states that a command compares. Both are cut to what is managed: the schemas that
 * gen.yml or the models name, without what `include` and `exclude` leave out. False after
 * diagnostics; what was read is freed then. */
bool sources_read(const Sources *sources, const char *from, const char *to, State **ret_from,
                  State **ret_to, Diagnostics *diagnostics);

/* The state of a database, of all that gen.yml says is managed, or all there is; for import.
 * With all owners and grants: which of them count depends on the models. */
State *source_database(const Sources *sources, Diagnostics *diagnostics);

/* The project's models. */
State *source_models(const Sources *sources, Diagnostics *diagnostics);

/* Writes `state` into the project's models, which say `standing` (NULL: there are none); see
 * models_write. False after diagnostics. */
bool source_write_models(const Sources *sources, const State *state, const State *standing,
                         ModelsKept *kept, ModelWriteResult *ret, Diagnostics *diagnostics);

/* Adds a warning for each kind of thing that a state holds and models cannot say. */
void source_report_unmanaged(const State *state, Diagnostics *diagnostics);

#endif
