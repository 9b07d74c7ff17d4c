/* Changes and what must run before what: the inside of diff/order.c. */
#ifndef GEN_DIFF_GRAPH_H
#define GEN_DIFF_GRAPH_H

#include "diff/planner.h"

typedef struct Node {
    Change *change;
    guint rank;             /* position where nothing else decides */
    const Object *table;    /* the table it alters, or NULL */
    GPtrArray *before;      /* Node *: must run after this one */
    GPtrArray *before_soft; /* … unless that makes a loop */
    guint waiting;          /* how many must run before it, and have not */
    guint waiting_soft;
    bool done;
} Node;

/* Changes by the objects that they are about. */
typedef struct ChangeGraph {
    Planner *planner;
    GPtrArray *nodes;
    Node **create_of_to; /* by index in to */
    Node **drop_of_from; /* by index in from */
    Node **alter_of_from;
    Node **release_of_from;
    Node **retire_of_from;
    Node **drop_retired_of_from;
    Node **rename_of_from;
    GHashTable *vacated; /* "kind-of-name schema.name" → Node that frees the name */
} ChangeGraph;

/* The graph of a planner's changes, its nodes sorted by phase and name. Freed with
 * change_graph_free. */
ChangeGraph *change_graph_new(Planner *planner);
void change_graph_free(ChangeGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ChangeGraph, change_graph_free)

/* `first` runs before `then` (either may be NULL); a soft edge gives way in a loop. */
void graph_edge(Node *first, Node *then, bool soft);

/* The node that makes an object of the new state what it is there, or NULL: it is so already. */
Node *graph_maker(const ChangeGraph *graph, const Object *to);

/* The node after which an object of the old state is not there any more as it was, or NULL. */
Node *graph_remover(const ChangeGraph *graph, const Object *from);

/* A table leaves its parent before the parts of either change, and joins one after they did. */
void graph_connect_link(ChangeGraph *graph, Node *node);

/* A table stands aside before its partitions do, what has arguments before their types. */
void graph_connect_retired(ChangeGraph *graph, Node *node);

/* Whether the old form of a partition, which `node` drops, has left `on` (its table, or what it has
 * of that) by then. */
bool graph_has_left(const ChangeGraph *graph, const Node *node, const Object *on);

/* The rows of a retired table are copied when all partitions are there, and before what watches
 * over rows. */
void graph_connect_copy(ChangeGraph *graph, Node *node);

/* Notes which change frees which name; what takes it then, `node` that makes `to`, waits for that.
 */
void graph_note_names(ChangeGraph *graph);
void graph_wait_for_name(ChangeGraph *graph, const Object *to, Node *node);

/* What tables, and what they have, wait for besides what they depend on: rows that move, what is
 * above and below, what there can be but one of. */
void graph_connect_tables(ChangeGraph *graph);

/* Routines go, where they can, before others of their name come. */
void graph_connect_routines(ChangeGraph *graph);

/* Extensions come first and go last. */
void graph_connect_extensions(ChangeGraph *graph);

/* Where a change belongs while dependencies leave a choice: old things make way (up to
 * PHASE_CONSTRAINTS a table's changes are kept together), new things come, old things go. */
#define PHASE_CONSTRAINTS 8
int change_phase(const Change *change);

/* Whether a change is about which table another one is a partition or child of, and nothing else.
 */
bool change_is_link(const Change *change);

#endif
