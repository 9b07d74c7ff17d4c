#ifndef GEN_TESTS_SHARES_H
#define GEN_TESTS_SHARES_H

/*
 * Work split among processes, one for each processor. What they print comes out when all are done.
 */

/* Does every `count`th piece of the work from number `first` on; returns the exit status. */
typedef int ShareRun(void *data, unsigned first, unsigned count);

/* Runs the shares, each in a child process. Returns 0 if all of them do. To be called before
 * anything starts a process or asks the server: GLib's thread for that does not come along into a
 * child. */
int shares_run(ShareRun *run, void *data);

#endif
