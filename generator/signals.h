/* SIGINT, SIGTERM and SIGHUP: the running statement is cancelled, the run ends in good order. */
#ifndef GEN_GENERATOR_SIGNALS_H
#define GEN_GENERATOR_SIGNALS_H

#include <stdbool.h>

/* From here on a signal cancels the statement of the connection that was prepared for it and is
 * remembered; a second one ends the program at once. */
void signals_install(void);

/* The signal that came, or 0. */
int signals_received(void);

/* While set, a signal ends the program at once: there is nothing to undo and nothing that would
 * notice (a connection attempt, a wait for input). */
void signals_set_immediate(bool set);

/* For callbacks that ask whether to stop; `data` is not used. */
bool signals_interrupted(void *data);

/* For g_subprocess_launcher_set_child_setup: gives the child a process group of its own, so that
 * keys like Ctrl-C reach it through gen alone, once. */
void signals_leave_group(void *data);

#endif
