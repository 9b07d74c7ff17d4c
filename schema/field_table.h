/* How field tables are written: one line a field. For the files of schema/ that define kinds. */
#ifndef GEN_SCHEMA_FIELD_TABLE_H
#define GEN_SCHEMA_FIELD_TABLE_H

#include "schema/object.h"

/* key, struct, member, FIELD_ type, CHANGE_ effect, one line of doc; those of _SINCE came with a
 * PostgreSQL that is newer than the oldest one gen works with */
#define FIELD(Key, Struct, member, Type, Effect, Doc) \
    FIELD_SINCE(0, Key, Struct, member, Type, Effect, Doc)
#define FIELD_SINCE(Since, Key, Struct, member, Type, Effect, Doc)         \
    {                                                                      \
        .key = (Key), .type = FIELD_##Type, .effect = CHANGE_##Effect,     \
        .offset = offsetof(Struct, member), .doc = (Doc), .since = (Since) \
    }
/* words: NULL-terminated array; the first is the default */
#define FIELD_OF_WORDS(Key, Struct, member, Words, Effect, Doc) \
    FIELD_OF_WORDS_SINCE(0, Key, Struct, member, Words, Effect, Doc)
#define FIELD_OF_WORDS_SINCE(Since, Key, Struct, member, Words, Effect, Doc)                 \
    {                                                                                        \
        .key = (Key), .type = FIELD_WORD, .effect = CHANGE_##Effect,                         \
        .offset = offsetof(Struct, member), .words = (Words), .doc = (Doc), .since = (Since) \
    }
/* a name; word: the one that PostgreSQL takes where none is given, which is empty */
#define FIELD_OF_NAME(Key, Struct, member, Word, Effect, Doc)                             \
    {                                                                                     \
        .key = (Key), .type = FIELD_NAME, .effect = CHANGE_##Effect,                      \
        .offset = offsetof(Struct, member), .words = (const char *const[]){(Word), NULL}, \
        .doc = (Doc)                                                                      \
    }
#define FIELD_OF_ITEMS(Key, Struct, member, Item, Effect, Doc) \
    FIELD_OF_ITEMS_SINCE(0, Key, Struct, member, Item, Effect, Doc)
#define FIELD_OF_ITEMS_SINCE(Since, Key, Struct, member, Item, Effect, Doc)                \
    {                                                                                      \
        .key = (Key), .type = FIELD_ITEMS, .effect = CHANGE_##Effect,                      \
        .offset = offsetof(Struct, member), .item = (Item), .doc = (Doc), .since = (Since) \
    }
#define FIELDS_END  \
    {               \
        .key = NULL \
    }

/* A kind's field table is `const Field kind_fields_SYMBOL[]`; kinds.c collects them. */
#define KIND(symbol, word, plural, type, flags) extern const Field kind_fields_##symbol[];
#include "schema/kinds.def"
#undef KIND

#endif
