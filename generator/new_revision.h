/* What `revision`, `diff` and `merge` share: where a new revision stands, and writing its file. */
#ifndef GEN_GENERATOR_NEW_REVISION_H
#define GEN_GENERATOR_NEW_REVISION_H

#include "emit/revision_file.h"
#include "generator/context.h"

typedef struct NewRevision {
    const char *message;      /* or NULL */
    const char *head;         /* expression; NULL: the only head */
    const char *const *heads; /* several expressions instead, for a merge; or NULL */
    bool splice;              /* the head may be one that others revise */
    const char *branch_label; /* or NULL */
    const char *depends_on;   /* expressions apart by commas, or NULL */
    const char *id;           /* or NULL: a new one */
    int server_version;       /* that the SQL was written for (150004); 0: none was */
} NewRevision;

/* Fills message, id, revises, branch_labels, depends_on, created and generator of `file`. False
 * after diagnostics: several heads and none named, a head that is none without --splice, an id or
 * label that is taken. */
bool new_revision_fill(Context *context, const NewRevision *request, RevisionFile *file);

/* Writes `file` to the migrations folder, tells its path on standard output (or as JSON), opens it
 * in an editor when `edit` is set, runs the hook. False after a diagnostic. */
bool new_revision_write(Context *context, RevisionFile *file, bool edit);

/* The first and the last part of that, for a command with a result of its own to tell between them:
 * writes the file; runs the hook. */
bool new_revision_save(Context *context, RevisionFile *file);
bool new_revision_announce(Context *context, const RevisionFile *file);

/* Opens a file in $VISUAL or $EDITOR (vi) and waits. False after a diagnostic. */
bool editor_open(Context *context, const char *path);

#endif
