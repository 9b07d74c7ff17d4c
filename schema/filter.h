/* Which objects are left alone: PCRE2 patterns over "kind:schema.name" ("table:public.legacy_a").
 * https://www.pcre.org/current/doc/html/pcre2pattern.html */
#ifndef GEN_SCHEMA_FILTER_H
#define GEN_SCHEMA_FILTER_H

#include "schema/object.h"

typedef struct Filter Filter;

/* Patterns match anywhere unless they are anchored; both lists end with NULL. Without `include`
 * everything is included; what `exclude` matches is not. NULL after a diagnostic (DIAG_CONFIG) that
 * names the pattern and where in it the fault is. Freed with filter_free. */
Filter *filter_new(const char *const *include, const char *const *exclude,
                   Diagnostics *diagnostics);
void filter_free(Filter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filter, filter_free)

/* Whether an object is to be looked at; children go with their parent. */
bool filter_keeps(const Filter *filter, const Object *object);

#endif
