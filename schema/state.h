/* A state: a set of objects, wherever it came from (models, a database, nothing).
 *
 * Ownership: a state owns all of its objects and texts; it is freed whole.
 */
#ifndef GEN_SCHEMA_STATE_H
#define GEN_SCHEMA_STATE_H

#include "schema/object.h"

/* Something a database holds that models cannot say. */
typedef struct Unmanaged {
    const char *what;       /* "operator class" */
    const char *schema;     /* or NULL */
    const char *name;       /* as people read it */
    QualifiedName relation; /* the relation it hangs on, if any */
} Unmanaged;

typedef struct State {
    GPtrArray *objects; /* Object *, parents before children, in the order they were added */
    GArray *unmanaged;  /* Unmanaged */
    GPtrArray *aside;   /* Object *: default privileges that stand, but are nobody's business */
    char *origin;       /* "models", "database shop", for messages */
    int server_version; /* of the database it came from; 0 from models */
    struct Arena *arena;
    GHashTable *by_identity;
} State;

State *state_new(const char *origin);
void state_free(State *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(State, state_free)

/* Zeroed memory, or a copy of text, that lives as long as the state. NULL text gives NULL. */
void *state_alloc(State *state, size_t size);
const char *state_text(State *state, const char *text);
const char *state_text_n(State *state, const char *text, size_t length);

/* Two texts, one after the other. */
const char *state_text_joined(State *state, const char *first, const char *second);

/* A new object of a kind. `schema`, `name` and `arguments` are interned; for children (parent not
 * NULL) schema is the parent's. NULL when the state has one of that identity already: the caller
 * finds it with state_find and reports it. */
Object *state_add(State *state, Kind kind, Object *parent, const char *schema, const char *name,
                  const char *arguments);

/* Gives an object another identity; false when that is taken. */
bool state_rename(State *state, Object *object, const char *schema, const char *name);

/* Gives an object another identity, whoever had it: another object of that identity stays in the
 * state but is not found by name any more. */
void state_take_identity(State *state, Object *object, const char *schema, const char *name);

/* Gives a routine other arguments; false when another one has that identity. */
bool state_set_arguments(State *state, Object *object, const char *arguments);

/* Takes an object and its children out of the state (their memory stays until state_free). */
void state_remove(State *state, Object *object);

/* The same for many at once, none of which is inside another. */
void state_remove_all(State *state, const GPtrArray *objects);

/* The object of an identity, or NULL. */
Object *state_find(const State *state, Kind kind, const char *schema, const char *name);
Object *state_find_routine(const State *state, Kind kind, const char *schema, const char *name,
                           const char *arguments);
Object *state_find_child(const State *state, Kind kind, const Object *parent, const char *name);

/* The object of `other`'s identity in this state (which may be another one), or NULL. */
Object *state_find_same(const State *state, const Object *other);

/* The relation (KIND_RELATION), type (KIND_TYPE) of a name, of whatever kind; or NULL. A linear
 * search. */
Object *state_find_flagged(const State *state, KindFlags flag, const char *schema,
                           const char *name);

/* Children of one kind: for (i = 0; (c = object_child(o, KIND_COLUMN, &i)); ) */
Object *object_child(const Object *object, Kind kind, guint *position);

/* Lists in a state's memory, from a GPtrArray of strings (each is interned when `intern`). */
NameList state_names(State *state, GPtrArray *strings, bool intern);
NameList state_names_strv(State *state, char *const *strings, bool intern);
/* A zeroed list of `count` items. */
ItemList state_items(State *state, const ItemInfo *item, guint count);

/* A deep copy, with the same places; `index`es are the same too. */
State *state_copy(const State *state);

/* Adds a deep copy of a top-level object of another state, children included; nothing where the
 * state has one of that identity. */
void state_add_copy(State *state, const Object *object);

/* Sorts objects by object_compare (children stay with their parents in declared order);
 * renumbers them. */
void state_sort(State *state);

#endif
