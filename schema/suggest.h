/* "Did you mean …?": the word that is closest to one that is not known. */
#ifndef GEN_SCHEMA_SUGGEST_H
#define GEN_SCHEMA_SUGGEST_H

#include <glib.h>

/* How many insertions, deletions, replacements and swaps of neighbours lead from `a` to `b`
 * (Damerau-Levenshtein, bytes, case ignored); `limit` + 1 when it is more than `limit`. */
guint suggest_distance(const char *a, const char *b, guint limit);

/* A search over words that come one by one. Starts as SUGGESTION_FOR(word). */
typedef struct Suggestion {
    const char *word;
    const char *best; /* one of the words tried, or NULL when none is close */
    guint distance;
} Suggestion;

#define SUGGESTION_FOR(text) ((Suggestion){.word = (text), .best = NULL, .distance = G_MAXUINT})

/* Tries a candidate; ties go to the one that comes first in the alphabet. */
void suggestion_try(Suggestion *suggestion, const char *candidate);

/* The closest of a NULL-terminated list, or NULL. */
const char *suggest_from(const char *word, const char *const *candidates);

#endif
