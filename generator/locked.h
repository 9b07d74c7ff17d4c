/* Work on the version table that must not meet another gen: the lock, as every command takes it. */
#ifndef GEN_GENERATOR_LOCKED_H
#define GEN_GENERATOR_LOCKED_H

#include "generator/context.h"
#include "migrations/lock.h"

/* Opens the connection where it is not open and takes the runner lock, waiting `wait` seconds
 * (negative: gen.yml's lock_wait). NULL after a diagnostic. */
RunnerLock *context_lock(Context *context, double wait);

/* Whether the database takes writes; false after a diagnostic (DIAG_PERMISSION). What writes asks
 * before it has done half of its work. The connection is open. */
bool context_writable(Context *context);

#endif
