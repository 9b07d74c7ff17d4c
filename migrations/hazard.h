/* What a run may do that has to be allowed first. */
#ifndef GEN_MIGRATIONS_HAZARD_H
#define GEN_MIGRATIONS_HAZARD_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

typedef enum HazardKind {
    HAZARD_DATA_LOSS, /* rows or values that nothing brings back */
    HAZARD_COUNT
} HazardKind;

typedef struct Hazard {
    HazardKind kind;
    char *path; /* of the revision file, or NULL */
    int line;
    char *text; /* "table users is dropped" */
} Hazard;

/* The word of a kind, as --allow takes it ("data_loss"). Static. */
const char *hazard_word(HazardKind kind);

/* The hazards of a section, in order: found in its statements by PostgreSQL's parser, and in the
 * comments that begin with "DATA LOSS:". What the section itself has created before is nobody's
 * loss. Freed with g_ptr_array_unref. */
GPtrArray *hazards_of(const Section *section, const char *path);

/* Reads --allow: words apart by commas, or all; NULL allows none. Sets a bit of `*ret` per kind.
 * False after a diagnostic. */
bool hazards_parse_allowed(const char *text, guint *ret, Diagnostics *diagnostics);

/* Reports every hazard that is not allowed. False if there is one. */
bool hazards_check(const GPtrArray *hazards, guint allowed, Diagnostics *diagnostics);

#endif
