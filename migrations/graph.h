/* The graph of revisions in a migrations folder.
 *
 * Ownership: a Graph owns its revisions and all lists in them; lists that functions return
 * are the caller's (freed with g_ptr_array_unref) and hold revisions of the graph. Every list
 * of revisions is in the graph's order, which is the order of applying: a revision stands
 * after all that it revises or depends on, and otherwise files go by their name.
 */
#ifndef GEN_MIGRATIONS_GRAPH_H
#define GEN_MIGRATIONS_GRAPH_H

#include "emit/revision_file.h"
#include "schema/diagnostics.h"

typedef struct Revision {
    RevisionFile *file;      /* its headers; the sections are not read */
    const char *id;          /* file->id */
    guint position;          /* in the graph's order */
    GPtrArray *parents;      /* what it revises */
    GPtrArray *children;     /* what revises it */
    GPtrArray *dependencies; /* what it depends on */
    GPtrArray *dependents;   /* what depends on it */
} Revision;

typedef struct Graph {
    char *folder;
    GPtrArray *revisions; /* Revision, in order */
    GHashTable *by_id;    /* id → Revision */
    GHashTable *by_label; /* branch label → Revision */
} Graph;

/* Reads the headers of every *.sql file in `folder`. NULL after diagnostics: a file that is no
 * revision, an id or a label twice, a parent that is missing, a cycle; each names the files. */
Graph *graph_read(const char *folder, Diagnostics *diagnostics);

/* The same from headers that were read already; takes `files` (RevisionFile), its function to
 * free elements included. */
Graph *graph_new(const char *folder, GPtrArray *files, Diagnostics *diagnostics);
void graph_free(Graph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Graph, graph_free)

/* The revision with exactly this id, or NULL. */
Revision *graph_find(const Graph *graph, const char *id);

/* Revisions that nothing revises; that revise nothing; that several revise. */
GPtrArray *graph_heads(const Graph *graph);
GPtrArray *graph_bases(const Graph *graph);
GPtrArray *graph_branch_points(const Graph *graph);

/* `from` and all that they stand on (or that stands on them), by Revises and, when `dependencies`
 * is set, by Depends-On. */
GPtrArray *graph_ancestors(const Graph *graph, const GPtrArray *from, bool dependencies);
GPtrArray *graph_descendants(const Graph *graph, const GPtrArray *from, bool dependencies);

/* The revisions of the branch that `revision` is on: what stands on it by Revises, itself, and
 * what it stands on down to where the branch begins (a branch point or a merge). */
GPtrArray *graph_branch(const Graph *graph, const Revision *revision);

/* Those of `revisions` that no other of them revises: what a version table holds when
 * `revisions` are applied. */
GPtrArray *graph_heads_of(const Graph *graph, const GPtrArray *revisions);

/* Revision → GPtrArray of the labels of the branches it is on, sorted; without those on none.
 * Freed with g_hash_table_unref. */
GHashTable *graph_labels(const Graph *graph);

/* "1a2b3c4d5e6f (add phone), …": ids and messages for messages. Freed with g_free. */
char *revisions_describe(const GPtrArray *revisions);

/* Whether `revision` is in the list; and lists in the graph's order. */
bool revisions_contain(const GPtrArray *revisions, const Revision *revision);
GPtrArray *revisions_new(void);
void revisions_sort(GPtrArray *revisions);

/* The first line of its message, or "". */
char *revision_title(const Revision *revision);

#endif
