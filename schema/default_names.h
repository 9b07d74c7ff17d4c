/* The names PostgreSQL gives to constraints, indexes and sequences that nobody named
 * (makeObjectName, ChooseRelationName, ChooseIndexName, ChooseConstraintName in the server's
 * source; PostgreSQL 13 to 18), or those of naming templates.
 */
#ifndef GEN_SCHEMA_DEFAULT_NAMES_H
#define GEN_SCHEMA_DEFAULT_NAMES_H

#include "schema/models.h"

/* Which names of relations and constraints are taken, in every schema. */
typedef struct DefaultNames DefaultNames;

/* Knows the names of all objects of a state but those that begin with a control character (they
 * have none yet). Freed with default_names_free. */
DefaultNames *default_names_new(const State *state);
void default_names_free(DefaultNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DefaultNames, default_names_free)

/* The name that PostgreSQL would give this constraint or index now, a number at its end when it is
 * taken; NULL for kinds that it names not. Freed with g_free. */
char *default_name(const DefaultNames *names, const Object *object);

/* That name without a number, taken or not. Freed with g_free. */
char *default_first_name(const Object *object);

/* The same as default_name for the sequence of a serial or identity column. */
char *default_sequence_name(const DefaultNames *names, const Object *column);

/* Marks the object's (the relation's) name as taken. */
void default_names_take(DefaultNames *names, const Object *object);
void default_names_take_relation(DefaultNames *names, const char *schema, const char *name);

/* Whether an object of the state has just the name that it would get if it had none and all others
 * had theirs, so that a model may leave the name out. */
bool default_name_is_given(const DefaultNames *names, const Object *object);

/* The name without a number that the sequence of a serial or identity column gets. Freed with
 * g_free. */
char *default_first_sequence_name(const Object *column);

/* Whether this is that name. */
bool default_sequence_name_is(const Object *column, const char *name);

/* The name of a column's or domain's NOT NULL constraint where it is free (PostgreSQL 18). Freed
 * with g_free. */
char *default_not_null_name(const Object *object);

/* nextval('schema.name'::regclass) as PostgreSQL prints it for a sequence. Freed with g_free. */
char *default_nextval(const Object *sequence);

/* The name that a template of `naming` gives, or NULL when it has none for this kind; `given`: the
 * name in the model, or NULL. Freed with g_free. */
char *naming_name(const Naming *naming, const Object *object, const char *given);

/* Whether the template for this kind is made from the name in the model too. */
bool naming_uses_given(const Naming *naming, const Object *object);

#endif
