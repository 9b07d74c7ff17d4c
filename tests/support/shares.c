#include "tests/support/shares.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(FILE *output)
{
    char bytes[4096];
    size_t length;

    if (output == NULL)
        return;
    rewind(output);
    while ((length = fread(bytes, 1, sizeof bytes, output)) > 0)
        fwrite(bytes, 1, length, stdout);
    fclose(output);
}

int shares_run(ShareRun *run, void *data)
{
    FILE *outputs[8];
    unsigned count = MIN(g_get_num_processors(), G_N_ELEMENTS(outputs));
    int status = 0;

    fflush(NULL);
    for (unsigned i = 0; i < count; i++) {
        outputs[i] = tmpfile();
        pid_t child = outputs[i] != NULL ? fork() : -1;
        if (child == 0) {
            dup2(fileno(outputs[i]), STDOUT_FILENO);
            dup2(fileno(outputs[i]), STDERR_FILENO);
            exit(run(data, i, count)); /* with what atexit cleans up */
        }
        if (child < 0)
            status = 1;
    }
    for (int ended; wait(&ended) > 0;) {
        if (!WIFEXITED(ended) || WEXITSTATUS(ended) != 0)
            status = 1;
    }
    for (unsigned i = 0; i < count; i++)
        show(outputs[i]);
    return status;
}
