#ifndef GEN_TESTS_PROGRAM_H
#define GEN_TESTS_PROGRAM_H

#include <glib.h>

/*
 * Runs the gen that was just built, as a user would: in a directory of its own, with an environment
 * that has nothing of the caller's libpq or gen settings, HOME in that directory, in UTC.
 */

typedef struct {
    int status; /* exit status; 128 + signal if a signal ended it; 124: not done after 120 s */
    char *out;  /* standard output */
    char *err;  /* standard error */
} ProgramRun;

typedef struct {
    const char *dir;        /* working directory; required */
    const char *url;        /* becomes DATABASE_URL, unless NULL */
    const char *input;      /* standard input; NULL: empty */
    const char *const *env; /* more "NAME=value" settings, ended by NULL, or NULL */
} ProgramSetting;

/* Runs gen with these arguments, ended by NULL. Fails the test only if it could not be started.
 * The caller frees the result. */
ProgramRun *program_run(const ProgramSetting *setting, ...) G_GNUC_NULL_TERMINATED;
ProgramRun *program_runv(const ProgramSetting *setting, const char *const *args);

/* The same, and fails the test, showing both outputs, if the exit status is another one. */
ProgramRun *program_expect(const ProgramSetting *setting, int status, ...) G_GNUC_NULL_TERMINATED;

void program_free(ProgramRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ProgramRun, program_free)

/* Starts gen and returns at once, for tests of signals and of two runs at a time; its outputs are
 * pipes. Free with g_object_unref. Include <gio/gio.h> to use it. */
struct _GSubprocess *program_start(const ProgramSetting *setting, const char *const *args);

/* The same on a terminal of its own, of which the caller has the other end: what is written to it
 * is typed. The caller closes it. */
struct _GSubprocess *program_start_on_terminal(const ProgramSetting *setting,
                                               const char *const *args, int *ret_terminal);

/* What is shown there from now on, until this text is among it, or, with NULL, until the program
 * ends; fails when it ends without. The caller frees the text. */
char *program_read_terminal(int terminal, const char *until);

#endif
