/* Who owns an object, and who may do what with it.
 *
 * Both are compared only where both sides state them: models state what they want to be looked
 * after, and what a server has is cut down to that. What an owner has by itself is not listed, but
 * what it lacks of that, and what it was granted on top (of a column, or with the option to grant);
 * what PUBLIC has without being granted it (EXECUTE of functions, USAGE of types) is.
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
    bool withheld;         /* no grant: what the role, which is the owner, does not have */
    const char *grantor;   /* NULL: the owner */
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

/* Whether a grant gives an owner what it has anyway. */
bool grants_goes_without_saying(const Grant *grant, const char *owner);

/* What becomes of a list of grants when a new owner comes: all that the old one has and has granted
 * is the new one's, and goes together with what that one had. Array of Grant, sorted. */
GArray *grants_of_new_owner(ItemList grants, const char *old_owner, const char *owner);

/* Who owns an object of a state, NULL where that is not stated. The sequence that a column owns, or
 * has for an identity, has its table's owner. */
const char *access_owner(const State *state, const Object *object);

/* Whether a column has a sequence of its own: its grants are those of that sequence. */
bool access_has_sequence(const Object *object);

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
