/* Memory that is freed all at once: a state's objects and texts. */
#ifndef GEN_SCHEMA_ARENA_H
#define GEN_SCHEMA_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);
/* Zeroed memory, aligned for any type; never NULL. */
void *arena_alloc(Arena *arena, size_t size);

#endif
