/* What a check found, and the formats in which CI systems want to read it.
 *
 * Ownership: findings own their text. `place` may be nowhere.
 */
#ifndef GEN_GENERATOR_FINDINGS_H
#define GEN_GENERATOR_FINDINGS_H

#include "schema/diagnostics.h"

typedef struct Finding {
    char *rule; /* "drift", "pending", "unmanaged" */
    Severity severity;
    char *text;   /* one line */
    char *object; /* what it is about ("column users.phone"); identifies it across runs */
    Place place;  /* file is the finding's */
} Finding;

GPtrArray *findings_new(void);
/* Adds a finding; texts are copied. */
void findings_add(GPtrArray *findings, const char *rule, Severity severity, Place place,
                  const char *object, const char *text);
/* How many of them are errors; whether there is one. */
guint findings_errors(const GPtrArray *findings);
bool findings_failed(const GPtrArray *findings);

/* The text of all findings in a format: "text", "json", "github", "gitlab", "sarif", "junit".
 * NULL for a format that there is not. Freed with g_free. */
char *findings_format(const GPtrArray *findings, const char *format);

#endif
