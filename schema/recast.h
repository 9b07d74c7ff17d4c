/* How values get from one type to another, which only a server knows.
 *
 * diff/ lists the pairs of types that columns change between; introspect/ asks a server about
 * them; emit/ writes what the answers ask for. Neither knows the other; this list is what passes
 * between them.
 *
 * https://www.postgresql.org/docs/current/sql-createcast.html
 */
#ifndef GEN_SCHEMA_RECAST_H
#define GEN_SCHEMA_RECAST_H

#include <glib.h>
#include <stdbool.h>

typedef enum RecastWay {
    RECAST_UNKNOWN,   /* no server could be asked: by its text, which every type has */
    RECAST_NONE,      /* there is no cast: people have to say how */
    RECAST_BY_TEXT,   /* there is no cast, but the text of one is the text of the other */
    RECAST_BY_CAST,   /* where the cast is written */
    RECAST_BY_ITSELF, /* where one is assigned to the other */
} RecastWay;

/* One end. Domains stand as the type that they are over. */
typedef struct RecastType {
    char *text;        /* as SQL spells it */
    char *element;     /* the same without its brackets */
    const char *class; /* pg_type.typtype of the element, where a state declares it ("e", "c",
                          "r", "m"): another one stands for a type that the server does not have;
                          else NULL */
} RecastType;

typedef struct Recast {
    RecastType from;
    RecastType to;
    bool answered; /* set with what follows by the server's answer */
    RecastWay way;
    bool loses_data; /* values that differ can become one: digits are dropped, the time of day … */
} Recast;

/* A new list; frees its recasts. */
GPtrArray *recasts_new(void);

/* Adds one, unless it is there already. The texts are copied. */
void recasts_add(GPtrArray *recasts, const RecastType *from, const RecastType *to);

/* The one between two types, or NULL. */
const Recast *recasts_find(const GPtrArray *recasts, const RecastType *from, const RecastType *to);

/* Whether there is one that no server has answered. */
bool recasts_are_open(const GPtrArray *recasts);

#endif
