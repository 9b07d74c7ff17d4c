/* Waiting for a database that is still starting. */
#ifndef GEN_GENERATOR_WAITING_H
#define GEN_GENERATOR_WAITING_H

#include "generator/context.h"

/* Tries to connect until it works or `seconds` have passed; the connection is then the
 * context's. False after the diagnostic of the last attempt. */
bool wait_for_database(Context *context, double seconds);

#endif
