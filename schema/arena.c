#include "schema/arena.h"

#include <glib.h>
#include <stdalign.h>

/* Blocks double in size, so that the arena of a small file is small. */
#define FIRST_BLOCK ((size_t)4 * 1024)
#define LAST_BLOCK  ((size_t)64 * 1024)

struct Arena {
    GPtrArray *blocks;
    char *next;
    size_t left;
    size_t block_size; /* of the next block */
};

Arena *arena_new(void)
{
    Arena *arena = g_new0(Arena, 1);
    arena->blocks = g_ptr_array_new_with_free_func(g_free);
    arena->block_size = FIRST_BLOCK;
    return arena;
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    g_ptr_array_unref(arena->blocks);
    g_free(arena);
}

void *arena_alloc(Arena *arena, size_t size)
{
    size_t alignment = alignof(max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    if (size > arena->block_size / 4) { /* a block of its own, so that none is wasted */
        void *block = g_malloc0(size);
        g_ptr_array_add(arena->blocks, block);
        return block;
    }
    if (size > arena->left) {
        arena->next = g_malloc0(arena->block_size);
        arena->left = arena->block_size;
        g_ptr_array_add(arena->blocks, arena->next);
        arena->block_size = MIN(arena->block_size * 2, LAST_BLOCK);
    }
    void *result = arena->next;
    arena->next += size;
    arena->left -= size;
    return result;
}
