/* Revisions as lines for people and as JSON: history, heads, branches, current, show. */
#ifndef GEN_GENERATOR_LISTING_H
#define GEN_GENERATOR_LISTING_H

#include "generator/context.h"

/* What is marked in a listing. */
typedef struct Listing {
    const Graph *graph;
    const GPtrArray *current; /* heads that the database is at, marked so; or NULL */
    GHashTable *labels;       /* of graph_labels() */
    bool verbose;             /* a paragraph each instead of a line */
} Listing;

/* Prints revisions in the order of the list, as `context` asks (JSON: {"revisions": [...]}). */
void listing_print(const Context *context, const Listing *listing, const GPtrArray *revisions);

/* The members of one revision, marks included, in the open object of a builder. */
struct _JsonBuilder;
void listing_add_json(struct _JsonBuilder *builder, const Listing *listing,
                      const Revision *revision);

/* "abc123def456 (head), add phone". Freed with g_free. */
char *listing_line(const Listing *listing, const Revision *revision, bool with_parents);

#endif
