/* New revisions: ids, file names, and files that are whole or not there at all. */
#ifndef GEN_MIGRATIONS_REVISION_H
#define GEN_MIGRATIONS_REVISION_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

/* The name of a new file when gen.yml has no file_template. */
#define REVISION_FILE_TEMPLATE "%(year)s%(month)s%(day)s_%(hour)s%(minute)s_%(rev)s_%(slug)s"

/* How new files are named. */
typedef struct RevisionNaming {
    const char *file_template; /* NULL for REVISION_FILE_TEMPLATE */
    const char *timezone;      /* of the times in file names ("Europe/Berlin"); NULL for UTC */
} RevisionNaming;

/* Twelve hex digits from the system's random source. Freed with g_free. */
char *revision_new_id(void);

/* The current time as Created says it, in UTC; that of SOURCE_DATE_EPOCH where it is set.
 * Freed with g_free. */
char *revision_now(void);

/* At most 40 characters of ASCII that stand for a message in a file name: lower case, words
 * apart by `_`, no word cut where it can be helped. Freed with g_free. */
char *revision_slug(const char *message);

/* Whether `file_template` has only placeholders that there are and holds %(rev)s, without which
 * names are not unique. False after a diagnostic at `place`. */
bool revision_check_template(const char *file_template, Place place, Diagnostics *diagnostics);

/* Fills id and created where they are NULL, writes the file to `folder` under its name and sets
 * `file->path`. False after a diagnostic (DIAG_FILE): a file of that name is there, the folder
 * cannot be written, the disk is full; nothing is left behind then. */
bool revision_write(RevisionFile *file, const char *folder, const RevisionNaming *naming,
                    Diagnostics *diagnostics);

/* Writes `text` to the new file `path`: whole, synced, and never over another one. */
bool file_create(const char *path, const char *text, Diagnostics *diagnostics);

#endif
