/* Work on the version table that must not meet another gen: the lock, as every command takes it. */
#ifndef GEN_GENERATOR_LOCKED_H
#define GEN_GENERATOR_LOCKED_H

#include "generator/context.h"
#include "migrations/lock.h"

/* Opens the connection where it is not open and takes the runner lock, waiting `wait` seconds
 * (negative: gen.yml's lock_wait). NULL after a diagnostic. */
RunnerLock *context_lock(Context *context, double wait);

#endif
