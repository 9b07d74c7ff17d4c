/* Which objects are managed: `include:` and `exclude:` of gen.yml.
 *
 * Patterns are PCRE2's, matched against the whole of `kind:schema.name` ("table:public.users",
 * "extension:pg_trgm"; routines with their argument types). https://www.pcre.org/
 */
#ifndef GEN_SCHEMA_FILTER_H
#define GEN_SCHEMA_FILTER_H

#include "schema/object.h"

typedef struct Filter Filter;

/* Patterns are NULL-terminated lists; NULL or an empty one is no restriction. NULL after an error
 * for each pattern that is none, at `place`. Freed with filter_free. */
Filter *filter_new(const char *const *include, const char *const *exclude, Place place,
                   Diagnostics *diagnostics);
void filter_free(Filter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filter, filter_free)

/* Whether an object is kept: some include pattern matches, or there is none, and no exclude
 * pattern does. Children follow their parent. A NULL filter keeps everything. */
bool filter_keeps(const Filter *filter, const Object *object);

#endif
