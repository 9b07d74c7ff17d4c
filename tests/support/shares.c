#include "tests/support/shares.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int shares_run(ShareRun *run, void *data)
{
    unsigned count = MIN(g_get_num_processors(), 8);
    int status = 0;

    fflush(NULL);
    for (unsigned i = 0; i < count; i++) {
        pid_t child = fork();
        if (child == 0)
            exit(run(data, i, count)); /* with what atexit cleans up */
        if (child < 0)
            status = 1;
    }
    for (int ended; wait(&ended) > 0;) {
        if (!WIFEXITED(ended) || WEXITSTATUS(ended) != 0)
            status = 1;
    }
    return status;
}
