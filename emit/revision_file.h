/* Revision files in memory, and their text.
 *
 * Ownership: a RevisionFile owns everything in it; lists own their strings. It is
 * freed whole with revision_file_free. All lists are there from the start, empty.
 */
#ifndef GEN_EMIT_REVISION_FILE_H
#define GEN_EMIT_REVISION_FILE_H

#include "schema/diagnostics.h"

#include <glib.h>
#include <stdbool.h>

typedef enum StepItemKind { STEP_COMMENT, STEP_STATEMENT } StepItemKind;

/* A comment (one line, without its dashes) or an SQL statement (without its semicolon). */
typedef struct StepItem {
    StepItemKind kind;
    char *text;
    int line;     /* where it begins in the file; 0 for one that was never in a file */
    Place origin; /* of one that models ask for: where they do, its file interned; or PLACE_NONE */
} StepItem;

/* What runs in one transaction; or, with autocommit, each statement by itself. */
typedef struct Step {
    bool autocommit;
    char *lock_timeout;      /* as PostgreSQL writes it ("5s"), or NULL: the runner's default */
    char *statement_timeout; /* the same */
    GPtrArray *items;        /* StepItem */
} Step;

typedef struct Section {
    bool present;     /* whether the file has the section at all */
    int line;         /* of its marker, 0 for one that was never in a file */
    GPtrArray *steps; /* Step; none when there is nothing to do */
} Section;

typedef struct RevisionFile {
    char *path;               /* where it was read from, or NULL */
    char *message;            /* one line, or several */
    char *id;                 /* Revision */
    GPtrArray *revises;       /* Revises: none for a base, several for a merge */
    GPtrArray *branch_labels; /* Branch-Labels */
    GPtrArray *depends_on;    /* Depends-On */
    GPtrArray *replaces;      /* Replaces: what gen squash has put into this file */
    char *replaced_checksum;  /* Replaced-Checksum: of this id's upgrade before that, or NULL */
    char *created;            /* Created: ISO 8601, or NULL */
    char *generator;          /* Generator: "gen 0.1.0 for PostgreSQL 15", or NULL */
    char *verified;           /* Verified, or NULL */
    GPtrArray *changes;       /* the summary: "+ column users.phone varchar(20)" */
    Section upgrade;
    Section downgrade;
} RevisionFile;

/* An empty revision file with both sections present and without steps. Never NULL. */
RevisionFile *revision_file_new(void);
void revision_file_free(RevisionFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RevisionFile, revision_file_free)

/* Adds a step to the end of `section`, which owns it. */
Step *section_add_step(Section *section, bool autocommit);

/* Adds a comment or a statement to the end of `step`. Text is copied; a comment of
 * several lines becomes several; a statement loses its semicolon and outer white space. The
 * result is owned by the step. */
void step_add_comment(Step *step, const char *text);
StepItem *step_add_statement(Step *step, const char *sql);

/* How many statements there are in a step, and in all steps of a section. */
guint step_statements(const Step *step);
guint section_statements(const Section *section);

/* The text of the file as docs/revisions.md describes it: the same file gives the same
 * bytes, and reading them back gives the same file. Freed with g_free. */
char *revision_file_text(const RevisionFile *file);

/* The text of one section without its marker line: what a script or a preview shows. */
char *section_text(const Section *section);

#endif
