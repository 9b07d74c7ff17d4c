/* Reads a directory of models and does nothing with them, for bench.py to time. */
#include "schema/models.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    Diagnostics *diagnostics = diagnostics_new();
    State *state = models_read(argv[1], NULL, diagnostics);
    for (guint i = 0; i < diagnostics_count(diagnostics); i++)
        fprintf(stderr, "%s\n", diagnostics_get(diagnostics, i)->text);
    if (state)
        printf("%u objects\n", state->objects->len);
    bool failed = !state;
    state_free(state);
    diagnostics_free(diagnostics);
    return failed;
}
