#include "schema/suggest.h"

#include <string.h>

/* Longer words are cut: nobody mistypes a word of that length beyond recognition. */
#define LONGEST 64

static guint smallest(guint a, guint b, guint c)
{
    return MIN(MIN(a, b), c);
}

guint suggest_distance(const char *a, const char *b, guint limit)
{
    gsize rows = MIN(strlen(a), LONGEST);
    gsize columns = MIN(strlen(b), LONGEST);
    if ((rows > columns ? rows - columns : columns - rows) > limit)
        return limit + 1;
    guint table[LONGEST + 1][LONGEST + 1];
    for (gsize i = 0; i <= rows; i++)
        table[i][0] = (guint)i;
    for (gsize j = 0; j <= columns; j++)
        table[0][j] = (guint)j;
    for (gsize i = 1; i <= rows; i++) {
        for (gsize j = 1; j <= columns; j++) {
            char x = g_ascii_tolower(a[i - 1]);
            char y = g_ascii_tolower(b[j - 1]);
            guint best =
                smallest(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (x != y));
            if (i > 1 && j > 1 && x == g_ascii_tolower(b[j - 2]) && y == g_ascii_tolower(a[i - 2]))
                best = MIN(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    }
    return MIN(table[rows][columns], limit + 1);
}

void suggestion_try(Suggestion *suggestion, const char *candidate)
{
    /* A third of the letters may be wrong; of a word of two, one. */
    guint limit = MAX(1, (guint)MIN(strlen(suggestion->word), LONGEST) / 3);
    guint distance = suggest_distance(suggestion->word, candidate, limit);
    if (distance > limit || distance >= strlen(candidate) || distance > suggestion->distance)
        return;
    if (distance == suggestion->distance && strcmp(candidate, suggestion->best) >= 0)
        return;
    suggestion->best = candidate;
    suggestion->distance = distance;
}

const char *suggest_from(const char *word, const char *const *candidates)
{
    Suggestion suggestion = SUGGESTION_FOR(word);
    for (; *candidates; candidates++)
        suggestion_try(&suggestion, *candidates);
    return suggestion.best;
}
