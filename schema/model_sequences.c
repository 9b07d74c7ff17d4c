/* Sequences: their options, and who owns them. */
#include "schema/model_reader.h"

#include <string.h>

static bool is_text(const char *a, const char *b)
{
    return a && strcmp(a, b) == 0;
}

static void drop_if(const char **option, const char *value)
{
    if (is_text(*option, value))
        *option = NULL;
}

/* https://www.postgresql.org/docs/current/sql-createsequence.html */
static const struct {
    const char *type;
    const char *least;
    const char *most;
} sequence_ranges[] = {
    {"bigint", "-9223372036854775808", "9223372036854775807"},
    {"integer", "-2147483648", "2147483647"},
    {"smallint", "-32768", "32767"},
};

void model_normalize_sequence(SequenceOptions *options, const char *type)
{
    size_t range = 0;
    for (size_t i = 0; type && i < G_N_ELEMENTS(sequence_ranges); i++)
        if (strcmp(sequence_ranges[i].type, type) == 0)
            range = i;
    bool down = options->increment && *options->increment == '-';
    drop_if(&options->increment, "1");
    drop_if(&options->cache, "1");
    drop_if(&options->minvalue, down ? sequence_ranges[range].least : "1");
    drop_if(&options->maxvalue, down ? "-1" : sequence_ranges[range].most);
    const char *first = down ? (options->maxvalue ? options->maxvalue : "-1")
                             : (options->minvalue ? options->minvalue : "1");
    drop_if(&options->start, first);
}
