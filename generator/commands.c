#include "generator/command.h"

/* Every command, once, in the order of the help. */
#define COMMANDS(X) \
    X(init)         \
    X(import)       \
    X(diff)         \
    X(check)        \
    X(sql)          \
    X(verify)       \
    X(schema)       \
    X(revision)     \
    X(upgrade)      \
    X(downgrade)    \
    X(current)      \
    X(history)      \
    X(heads)        \
    X(branches)     \
    X(show)         \
    X(merge)        \
    X(stamp)        \
    X(edit)         \
    X(squash)       \
    X(status)       \
    X(validate)     \
    X(repair)       \
    X(wait)         \
    X(db)           \
    X(watch)        \
    X(doctor)

#define DECLARE(name) extern const Command command_##name;
COMMANDS(DECLARE)

#define REFER(name) &command_##name,
const Command *const commands[] = {COMMANDS(REFER) NULL};
