#ifndef GEN_TESTS_ROUNDTRIP_H
#define GEN_TESTS_ROUNDTRIP_H

/*
 * The main job on a pair of models: build the database of the models before, write a revision that
 * leads to the models after, upgrade, compare, plan again to nothing, downgrade, compare.
 */

#include <stdbool.h>

/* Two databases and a project folder that are used for one pair after the other. */
typedef struct Roundtrip Roundtrip;

typedef struct {
    const char *before;      /* models, as YAML */
    const char *after;       /* models, as YAML */
    const char *seed;        /* SQL for rows that exist before, or NULL */
    const char *config;      /* gen.yml, or NULL */
    const char *refusal;     /* what `gen upgrade` says when it must refuse, or NULL */
    const char *unsupported; /* what gen says when the server cannot have the models, or NULL */
    bool prove; /* whether gen is to prove the revision on a scratch database as well */
} RoundtripPair;

Roundtrip *roundtrip_new(void);
void roundtrip_free(Roundtrip *roundtrip);

/* Runs a pair. Returns NULL when all is well, or what went wrong in which step; the caller frees
 * it. *ret_upgrade and *ret_downgrade get the sections of the revision, or NULL when none was
 * written; the caller frees them. */
char *roundtrip_run(Roundtrip *roundtrip, const RoundtripPair *pair, char **ret_upgrade,
                    char **ret_downgrade);

#endif
