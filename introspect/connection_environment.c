#include "introspect/connection.h"

#include <libpq-fe.h>
#include <string.h>

/* What the server in use says of itself, where several hosts were given or defaults filled in. */
static const char *value_in_use(const PGconn *handle, const PQconninfoOption *option)
{
    if (strcmp(option->keyword, "host") == 0)
        return PQhost(handle);
    if (strcmp(option->keyword, "port") == 0)
        return PQport(handle);
    if (strcmp(option->keyword, "password") == 0)
        return PQpass(handle);
    return option->val;
}

char **connection_environment(const Connection *connection)
{
    PGconn *handle = connection_handle(connection);
    char **environment = g_get_environ();
    PQconninfoOption *options = PQconninfo(handle);
    for (PQconninfoOption *o = options; o && o->keyword; o++) {
        const char *value = value_in_use(handle, o);
        if (o->envvar && value && *value)
            environment = g_environ_setenv(environment, o->envvar, value, TRUE);
    }
    PQconninfoFree(options);
    return environment;
}
