#ifndef GEN_TESTS_MODEL_RANDOM_H
#define GEN_TESTS_MODEL_RANDOM_H

/*
 * Models made up from random numbers: tables, columns of many types, defaults, checks, keys,
 * indexes, references, enums, identity, comments. The same numbers give the same models.
 */
#include "tests/support/model_tree.h"

/* New models; the caller frees them. */
ModelNode *model_random(GRand *random);

/* Changes models in `count` places: what is added, dropped, renamed, of another type, … They stay
 * such that PostgreSQL can convert every column that stays. */
void model_mutate(GRand *random, ModelNode *models, int count);

#endif
