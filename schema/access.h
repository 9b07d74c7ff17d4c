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

/* What objects get that a role makes later (pg_default_acl): `grants` of object, known by the role
 * (its name), what it is on (its arguments) and the schema; without a schema, everywhere.
 * https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
typedef struct DefaultPrivileges {
    Object object;
    const char *on;    /* "sequences"; NULL: tables */
    NameList withheld; /* sorted: the role's own privileges that it does not get; no schema */
} DefaultPrivileges;

/* Whether objects of a kind have grants. */
bool access_can_grant(Kind kind);

/* What may be granted on objects of a kind: NULL-terminated; NULL where nothing can be. */
const char *const *access_privileges(const Object *object);

/* What PUBLIC may do with a new object without being told so ("execute"), or NULL. */
const char *access_of_public(const Object *object);

/* Whether default privileges are those that PostgreSQL has anyway: then it keeps none. */
bool access_is_default(const DefaultPrivileges *defaults);

/* Whether default privileges may be those of a new object. */
bool access_is_for(const DefaultPrivileges *defaults, const Object *object);

/* The grant list of an array of Grant, sorted, in the state's memory. */
ItemList grants_from(State *state, GArray *grants);

/* Puts a list of grants into its order. */
void grants_sort(ItemList grants);

/* Models that look after all grants mean, where they say nothing, what PostgreSQL gives a new
 * object; where their default privileges have a say in that, they mean nothing. */
void access_complete_grants(State *state);

/* Leaves owners (grants) out of `state` where `other` does not state them; NULL: everywhere. Grants
 * that `other` leaves open stay known, for what has to be made anew (had_grants). */
void access_forget(State *state, const State *other, bool owners, bool grants);

/* Leaves out default privileges of models that say what goes without saying: they were there to
 * state that a database has no others. */
void access_forget_defaults(State *state);

#endif
