/* Model files: the wanted state, as docs/models.md describes the language.
 *
 * Ownership: models_read gives a State that the caller frees; places in it name files by interned
 * paths.
 */
#ifndef GEN_SCHEMA_MODELS_H
#define GEN_SCHEMA_MODELS_H

#include "schema/state.h"

/* Templates for names that nobody gave, as SQLAlchemy's naming conventions; NULL: PostgreSQL's. */
typedef struct Naming {
    const char *primary_key; /* pk */
    const char *unique;      /* uq */
    const char *check;       /* ck */
    const char *foreign_key; /* fk */
    const char *index;       /* ix */
} Naming;

typedef struct ModelOptions {
    const char *schema; /* of what names none; NULL: public */
    GHashTable *types;  /* char * word → char * type, besides and before the built-in; or NULL */
    const Naming *naming; /* or NULL */
} ModelOptions;

/* The state that the model files under `directory` declare (*.yml, *.yaml at any depth, sorted by
 * path; a single file may be named too). `options` may be NULL. NULL after errors; all errors of
 * the run are in `diagnostics`. A directory without a model file is an empty state. */
State *models_read(const char *directory, const ModelOptions *options, Diagnostics *diagnostics);

/* The same in two parts, so that others can be told early what the files speak of. What is declared
 * stands in models_declared from the first part on, with its name and schema and nothing else; the
 * second part may add to it. `options` are needed until then. models_resolve gives what models_read
 * does, and frees the reading. */
typedef struct ModelReader ModelReading;
ModelReading *models_declare(const char *directory, const ModelOptions *options,
                             Diagnostics *diagnostics);
const State *models_declared(const ModelReading *reading);
State *models_resolve(ModelReading *reading);

/* The same for one file that is in memory; `name` is what messages call it. */
State *models_read_text(const char *name, const char *text, gsize length,
                        const ModelOptions *options, Diagnostics *diagnostics);

#endif
