/* Diagnostics: what went wrong or deserves a word, collected and not printed.
 *
 * Ownership: a Diagnostics owns its entries and all their text; every string
 * passed in is copied. Only generator/ prints them; every other function
 * returns false (or NULL) and leaves the reason here.
 */
#ifndef GEN_SCHEMA_DIAGNOSTICS_H
#define GEN_SCHEMA_DIAGNOSTICS_H

#include <glib.h>
#include <stdbool.h>

/* Exit statuses of the program, as docs/commands.md lists them. */
typedef enum ExitStatus {
    EXIT_STATUS_DONE = 0,
    EXIT_STATUS_OUT_OF_STEP = 1,
    EXIT_STATUS_USAGE = 2,
    EXIT_STATUS_MODELS = 3,
    EXIT_STATUS_DATABASE = 4,
    EXIT_STATUS_STATEMENT = 5,
    EXIT_STATUS_LOCKED = 6,
} ExitStatus;

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

/* One list of codes: diagnostics.def, DIAG(symbol, "word", exit status). */
typedef enum DiagCode {
#define DIAG(symbol, word, status) DIAG_##symbol,
#include "schema/diagnostics.def"
#undef DIAG
    DIAG_COUNT
} DiagCode;

/* A place in a file. Lines and columns count from 1 (columns in characters);
 * file NULL means "nowhere in a file", line 0 "the file as a whole". */
typedef struct Place {
    const char *file;
    int line;
    int column;
} Place;

#define PLACE_NONE ((Place){NULL, 0, 0})

typedef struct Diagnostic {
    Severity severity;
    DiagCode code;
    char *text;        /* the primary message, one sentence without a full stop */
    char *detail;      /* or NULL */
    char *hint;        /* what to do about it, or NULL */
    Place place;       /* place.file is owned by the diagnostic */
    char *source_line; /* the line at place, or NULL */
    char *sqlstate;    /* five characters when a server said it, or NULL */
    char *statement;   /* the SQL that failed, or NULL */
} Diagnostic;

typedef struct Diagnostics Diagnostics;

/* A new, empty collection; freed with diagnostics_free. Never NULL. */
Diagnostics *diagnostics_new(void);
void diagnostics_free(Diagnostics *diagnostics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diagnostics, diagnostics_free)

/* Adds an error (warning, note). The result is owned by `diagnostics` and lets
 * the caller add detail, hint and the rest; it is never NULL. */
Diagnostic *diag_error(Diagnostics *diagnostics, DiagCode code, Place place, const char *format,
                       ...) G_GNUC_PRINTF(4, 5);
Diagnostic *diag_warning(Diagnostics *diagnostics, DiagCode code, Place place, const char *format,
                         ...) G_GNUC_PRINTF(4, 5);
Diagnostic *diag_note(Diagnostics *diagnostics, DiagCode code, Place place, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Each replaces the part of `diagnostic` it names and returns `diagnostic`. */
Diagnostic *diag_set_detail(Diagnostic *diagnostic, const char *format, ...) G_GNUC_PRINTF(2, 3);
Diagnostic *diag_set_hint(Diagnostic *diagnostic, const char *format, ...) G_GNUC_PRINTF(2, 3);
Diagnostic *diag_set_source(Diagnostic *diagnostic, const char *line, gsize length);
Diagnostic *diag_set_server(Diagnostic *diagnostic, const char *sqlstate, const char *statement);

/* How many entries there are, of any severity; and the one at `index`. */
guint diagnostics_count(const Diagnostics *diagnostics);
const Diagnostic *diagnostics_get(const Diagnostics *diagnostics, guint index);

/* Moves all entries of `from` behind those of `diagnostics`. */
void diagnostics_append(Diagnostics *diagnostics, Diagnostics *from);

/* Sorts the entries from `first` on by file, line and column; those without a place come last, and
 * those of one place stay in order. */
void diagnostics_sort(Diagnostics *diagnostics, guint first);

/* Whether there is an error among them. */
bool diagnostics_failed(const Diagnostics *diagnostics);

/* The exit status that the errors ask for: that of the first error's code, or
 * EXIT_STATUS_DONE without errors. */
ExitStatus diagnostics_status(const Diagnostics *diagnostics);

/* The word of a code as users see it ("model-unknown-key"). Static. */
const char *diag_code_word(DiagCode code);

#endif
