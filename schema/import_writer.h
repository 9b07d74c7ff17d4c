/* Model files from a state: the way back from models_read. */
#ifndef GEN_SCHEMA_IMPORT_WRITER_H
#define GEN_SCHEMA_IMPORT_WRITER_H

#include "schema/models.h"

/* What stays of files in which something changes: documents in which nothing does, and in others
 * the entries in which nothing does. That may go wrong where a model says something in a way of its
 * own, so it is for the caller to read what was written, to keep less of the files that do not say
 * what they should, and to write again. What a file held at first is remembered. */
typedef struct ModelsKept ModelsKept;

ModelsKept *models_kept_new(void);
void models_kept_free(ModelsKept *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ModelsKept, models_kept_free)
/* From now on, keeps less where these places (Place) are, in files as they were at first: no single
 * entries of their documents; of what was kept no more than that, and of files where a place has no
 * line, no single entries of the whole file, then nothing. False where nothing was kept anyway. */
bool models_keep_less(ModelsKept *kept, const GArray *places);
/* Keeps nothing of any file; false where nothing was kept anyway. */
bool models_keep_nothing(ModelsKept *kept);

/* Whether an object says the same as the one of its identity in models, children aside. */
typedef bool ModelsSame(const Object *object, const Object *in_models);

typedef struct ModelWriteOptions {
    const ModelOptions *reading; /* how the files will be read, or NULL */
    const State *standing;       /* what the directory says now; NULL: it is read here, and texts
                                    that only a server can compare differ then */
    ModelsKept *kept;            /* or NULL: files that change are written anew */
    ModelsSame *same;            /* NULL: no field differs */
} ModelWriteOptions;

typedef struct ModelWriteResult {
    guint written;
    guint kept;    /* files that say the same already */
    guint removed; /* files whose objects are all gone */
} ModelWriteResult;

/* Writes models that read back to the same state: <schema>/<table>.yml, <schema>/enums.yml and the
 * like, schemas.yml and extensions.yml. Objects that model files in the directory declare stay in
 * the file they are in; a file in which nothing changes is not touched (of others, see ModelsKept),
 * and one whose objects have all gone is removed. Each file is replaced in one step. `options` and
 * `ret_result` may be NULL. False after errors (of files; of models that stand there and cannot be
 * read). */
bool models_write(const State *state, const char *directory, const ModelWriteOptions *options,
                  ModelWriteResult *ret_result, Diagnostics *diagnostics);

/* Whether models that were read have an object that is the same, with all that is in it. */
bool models_say(const State *models, const Object *object, ModelsSame *same);

/* The text of one model file with these objects (top-level ones, in this order). Freed with g_free.
 */
char *models_print(const State *state, const GPtrArray *objects, const ModelOptions *options);

#endif
