/* Who owns an object, and who may do what with it.
 *
 * Both are compared only where both sides state them: models state what they want to be looked
 * after, and what a server has is cut down to that. An owner's own privileges are not listed; what
 * PUBLIC has without being granted it (EXECUTE of functions, USAGE of types) is.
 * https://www.postgresql.org/docs/current/ddl-priv.html
 */
#ifndef GEN_SCHEMA_ACCESS_H
#define GEN_SCHEMA_ACCESS_H

#include "schema/state.h"

typedef struct Grant {
    const char *role;      /* "public" for everybody */
    const char *privilege; /* "select", in lower case */
    const char *column;    /* or NULL: the whole object */
    bool grantable;        /* WITH GRANT OPTION */
} Grant;

extern const ItemInfo grant_info;

/* The grant list of an array of Grant, sorted, in the state's memory. */
ItemList grants_from(State *state, GArray *grants);

/* Leaves owners (grants) out of `state` where `other` does not state them; NULL: everywhere. */
void access_forget(State *state, const State *other, bool owners, bool grants);

#endif
