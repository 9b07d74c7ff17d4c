/* Texts that only a server can judge.
 *
 * diff/ finds SQL that differs between two states, token by token, in objects that match; what is
 * written in the wanted state is a doubt. introspect/ asks a server for the form in which
 * PostgreSQL would store it. Neither knows the other; this list is what passes between them.
 */
#ifndef GEN_SCHEMA_DOUBT_H
#define GEN_SCHEMA_DOUBT_H

#include "schema/state.h"

typedef struct Doubt {
    Object *object;     /* of the wanted state */
    const Field *field; /* of the object, or of the item */
    const Field *items; /* the list of items that the field is in, or NULL */
    guint item;         /* index in that list, or in the field's own */
    bool moving;        /* what the text reads changes as well: only a database that has all of the
                           wanted state can answer */
    const char *answer; /* set by the server's answer: the canonical text, in the state's memory;
                           NULL while there is none */
    char *problem;      /* the server's message when it refused, else NULL */
    char sqlstate[6];
} Doubt;

/* A new list; frees its doubts. */
GPtrArray *doubts_new(void);

/* Adds one. `items` and `item` as in Doubt. */
Doubt *doubts_add(GPtrArray *doubts, Object *object, const Field *field, const Field *items,
                  guint item);

/* The text that is in doubt now (the value of the field). */
const char *doubt_text(const Doubt *doubt);

/* Writes each answer into its field. */
void doubts_settle(GPtrArray *doubts);

#endif
