/* Which objects of a state an SQL text mentions. */
#ifndef GEN_DIFF_MENTION_H
#define GEN_DIFF_MENTION_H

#include "schema/state.h"

typedef struct Mentions Mentions;

/* An index of a state's names. Valid while the state stands and keeps its names. */
Mentions *mentions_new(const State *state);
void mentions_free(Mentions *mentions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mentions, mentions_free)

/* Called for every object that is mentioned; `soft` when the name alone says so, without its
 * schema. */
typedef void MentionFound(void *data, Object *object, bool soft);

/* The objects that `text` of `object` mentions (text may be NULL): tables, types, functions,
 * sequences …, the columns of object's own table and those of the tables that are mentioned, and
 * the primary keys that it groups by.
 * `type`: the text is a data type. */
void mentions_in_text(const Mentions *mentions, const Object *object, const char *text, bool type,
                      MentionFound *found, void *data);

/* The objects of a name; schema NULL: in any schema. */
void mentions_of_name(const Mentions *mentions, QualifiedName name, MentionFound *found,
                      void *data);

#endif
