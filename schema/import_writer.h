/* Model files from a state: the way back from models_read. */
#ifndef GEN_SCHEMA_IMPORT_WRITER_H
#define GEN_SCHEMA_IMPORT_WRITER_H

#include "schema/models.h"

typedef struct ModelWriteOptions {
    const ModelOptions *reading; /* how the files will be read, or NULL */
    const char *schema_file;     /* for editors: named in each file's first line; or NULL */
    const State *standing;       /* what the directory says now; NULL: it is read here */
} ModelWriteOptions;

typedef struct ModelWriteResult {
    guint written;
    guint kept;    /* files that say the same already */
    guint removed; /* files whose objects are all gone */
} ModelWriteResult;

/* Writes models that read back to the same state: <schema>/<table>.yml, <schema>/enums.yml and the
 * like, schemas.yml and extensions.yml. Objects that model files in the directory declare stay in
 * the file they are in; a file in which nothing changes is not touched, and one whose objects have
 * all gone is removed. Each file is replaced in one step. `options` and `ret_result` may be NULL.
 * False after errors (of files; of models that stand there and cannot be read). */
bool models_write(const State *state, const char *directory, const ModelWriteOptions *options,
                  ModelWriteResult *ret_result, Diagnostics *diagnostics);

/* The text of one model file with these objects (top-level ones, in this order), without a
 * modeline. Freed with g_free. */
char *models_print(const State *state, const GPtrArray *objects, const ModelOptions *options);

#endif
