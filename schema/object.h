/* Objects: what every kind of database object has in common, and the field
 * tables by which everything generic is done (reading and writing YAML, decoding
 * a catalogue row, equality, the changed mask, the JSON Schema).
 *
 * Ownership: objects and all that they point to belong to their State and are
 * freed with it. Identifiers (schema, name, arguments, names in lists) are
 * interned with g_intern_string, so equal identifiers are equal pointers,
 * across states too.
 *
 * A field that has PostgreSQL's default value is empty: NULL, false or a list of
 * length 0. Readers leave defaults out; so equal objects are equal field by field.
 */
#ifndef GEN_SCHEMA_OBJECT_H
#define GEN_SCHEMA_OBJECT_H

#include "schema/diagnostics.h"

#include <stddef.h>

/* One list of kinds: kinds.def. Its order is the order in which kinds are
 * created where dependencies do not ask for another. */
typedef enum Kind {
#define KIND(symbol, word, plural, type, flags) KIND_##symbol,
#include "schema/kinds.def"
#undef KIND
    KIND_COUNT
} Kind;

typedef enum FieldType {
    FIELD_TEXT,   /* const char *: any text, compared byte by byte */
    FIELD_NAME,   /* const char *: an identifier, interned, not quoted */
    FIELD_EXPR,   /* const char *: an SQL expression; the server judges equality */
    FIELD_QUERY,  /* const char *: an SQL query (of a view); the server judges */
    FIELD_CLAUSE, /* const char *: a piece of SQL such as a partition bound; the server judges */
    FIELD_TYPE,   /* const char *: a data type as format_type() prints it, schema-qualified */
    FIELD_WORD, /* const char *: one of field->words; the first is the default and stored as NULL */
    FIELD_INT,  /* const char *: an integer in decimal */
    FIELD_NUMBER,  /* const char *: a number in decimal */
    FIELD_BOOL,    /* bool */
    FIELD_OBJECT,  /* QualifiedName: another object */
    FIELD_NAMES,   /* NameList: identifiers, in order */
    FIELD_TEXTS,   /* NameList: any texts, in order */
    FIELD_CLAUSES, /* NameList: pieces of SQL, in order; the server judges */
    FIELD_OPTIONS, /* NameList: "key=value"; their order does not count */
    FIELD_ITEMS,   /* ItemList: structs described by field->item */
} FieldType;

/* What a difference in a field asks for. */
typedef enum ChangeEffect {
    CHANGE_ALTER,   /* altered in place */
    CHANGE_REPLACE, /* the object is dropped and created */
    CHANGE_REBUILD, /* altered in place, with its dependents taken down and put back */
    CHANGE_IGNORE,  /* a hint of the model (using, backfill …): never compared */
} ChangeEffect;

/* schema NULL: not in a schema, or not said. name NULL: there is none. Both interned. */
typedef struct QualifiedName {
    const char *schema;
    const char *name;
} QualifiedName;

typedef struct NameList {
    guint count;
    const char *const *names;
} NameList;

typedef struct ItemList {
    guint count;
    void *items; /* count × item->size bytes */
} ItemList;

typedef struct Field Field;

/* A struct that stands in lists inside an object (an index element, an enum value). */
typedef struct ItemInfo {
    size_t size;
    const Field *fields; /* ends with a row whose key is NULL */
} ItemInfo;

struct Field {
    const char *key; /* the word in YAML, the column alias in SQL, the word in messages */
    FieldType type;
    ChangeEffect effect;
    size_t offset;
    const char *const *words; /* FIELD_WORD, FIELD_NAME: NULL-terminated, the default first */
    int since;                /* the PostgreSQL it came with (15), or 0: all that gen works with */
    const ItemInfo *item;     /* FIELD_ITEMS */
    const char *doc; /* one line for people and for the JSON Schema; see field_is_in_models */
};

typedef enum KindFlags {
    KIND_IN_SCHEMA = 1 << 0, /* lives in a schema of its own accord */
    KIND_CHILD = 1 << 1,     /* belongs to a parent object */
    KIND_RELATION = 1 << 2,  /* its name is taken in pg_class (tables, indexes, sequences, views) */
    KIND_TYPE = 1 << 3,      /* its name is taken in pg_type */
    KIND_CONSTRAINT = 1 << 4,
    KIND_PINS_COLUMNS = 1 << 5, /* PostgreSQL refuses to change the type of a column it uses */
    KIND_ROUTINE = 1 << 6,      /* its name is taken in pg_proc, together with its arguments */
    KIND_ARGUMENTS = 1 << 8,    /* no routine, but known by Object.arguments beside its name too */
    KIND_STANDS_APART = 1 << 7, /* a child that does not go with its parent: it is dropped before */
    KIND_MAY_BE_IN_SCHEMA = 1 << 9, /* of one schema, or of none */
    KIND_NO_COMMENT = 1 << 10,      /* COMMENT ON does not know it */
    KIND_NO_OWNER = 1 << 11,        /* has no owner, or one that nothing changes */
    KIND_OWNED_APART = 1 << 12,     /* a child whose owner can be another than its parent's */
} KindFlags;

typedef struct KindInfo {
    Kind kind;
    const char *word;   /* "foreign key": singular, for messages */
    const char *plural; /* "foreign_keys": the key of lists in YAML, the name of the .sql file */
    guint flags;        /* KindFlags */
    size_t size;
    const Field *fields; /* ends with a row whose key is NULL; at most 61 rows */
} KindInfo;

/* The row of every kind, by Kind. */
extern const KindInfo *const kind_infos[KIND_COUNT];

typedef struct Object Object;

struct Object {
    const KindInfo *info;
    const char *schema; /* of children: their parent's; NULL where kinds live outside of schemas */
    const char *name;   /* never NULL */
    const char *arguments;      /* input argument types of routines ("integer, text"), else NULL */
    Object *parent;             /* the table of a column, constraint, index …; else NULL */
    GPtrArray *children;        /* Object *, in declared order; NULL without any */
    const char *comment;        /* "": it has none, although PostgreSQL gives it one of its own */
    const char *owner;          /* NULL where it is not stated (see access.h) */
    ItemList grants;            /* Grant, sorted */
    bool states_grants;         /* whether `grants` is stated, be it empty */
    bool had_grants;            /* `grants` is not stated, but what the object has in a database */
    QualifiedName renamed_from; /* hint of the model; schema NULL: the same schema */
    bool name_implied;          /* the name is PostgreSQL's own or a template's, not the model's */
    bool in_field;              /* a constraint or index that a field of the model declares */
    bool implied;               /* nobody declared it (the schema that a model names) */
    Place place;                /* where it was declared; file NULL from a database */
    guint index;                /* position in state->objects */
};

/* The value of a field of an object or item (base is the struct). */
#define FIELD_STRING(base, field)    (*(const char **)((char *)(base) + (field)->offset))
#define FIELD_FLAG(base, field)      (*(bool *)((char *)(base) + (field)->offset))
#define FIELD_LIST(base, field)      (*(NameList *)((char *)(base) + (field)->offset))
#define FIELD_REFERENCE(base, field) (*(QualifiedName *)((char *)(base) + (field)->offset))
#define FIELD_ITEM_LIST(base, field) (*(ItemList *)((char *)(base) + (field)->offset))

static inline Kind object_kind(const Object *object)
{
    return object->info->kind;
}

/* Whether models have the field: what they have is documented. Others are what a server alone
 * tells. */
static inline bool field_is_in_models(const Field *field)
{
    return field->doc != NULL;
}

/* Whether the values of such a field are a NameList. */
static inline bool field_is_list(const Field *field)
{
    return field->type == FIELD_NAMES || field->type == FIELD_TEXTS ||
           field->type == FIELD_CLAUSES || field->type == FIELD_OPTIONS;
}

/* Whether the values of a field are equal in two structs that both have it. Texts of SQL are
 * compared as they stand. */
bool field_equal(const Field *field, const void *a, const void *b);

/* Whether a field holds PostgreSQL's default (is empty). */
bool field_is_empty(const Field *field, const void *base);

/* Gives it that default. */
void field_clear(const Field *field, void *base);

bool name_list_equal(NameList a, NameList b);
bool name_list_contains(NameList list, const char *name);
bool qualified_name_equal(QualifiedName a, QualifiedName b);
/* Equal, or one of them leaves its schema to the search path. */
bool qualified_name_meets(QualifiedName a, QualifiedName b);

/* Whether PostgreSQL gives an object a comment that nobody wrote (schema public, extensions). */
bool object_comes_with_comment(const Object *object);

/* Which fields differ between two objects of one kind, as a mask of the rows of the kind's field
 * table (bit i is row i); CHANGE_IGNORE rows are left out. The bits below stand for what is in
 * Object itself. */
guint64 object_difference(const Object *a, const Object *b);
#define CHANGED_COMMENT (G_GUINT64_CONSTANT(1) << 63)
#define CHANGED_OWNER   (G_GUINT64_CONSTANT(1) << 62) /* where both state one */
#define CHANGED_GRANTS  (G_GUINT64_CONSTANT(1) << 61) /* where both state them */
#define CHANGED_BESIDES (CHANGED_COMMENT | CHANGED_OWNER | CHANGED_GRANTS)

/* The mask bit of the field at `key` of a kind; 0 if it has no such field. */
guint64 field_mask(const KindInfo *info, const char *key);
const Field *kind_field(const KindInfo *info, const char *key);

/* "a" or "an", as the kind's word asks for. */
const char *kind_article(const KindInfo *info);

/* "users.email", "public.users" → as people read it: without quotes, the schema left out when it
 * is public. Freed with g_free. */
char *object_title(const Object *object);

/* Order for output: by kind, then schema, parent, name, arguments (strcmp). */
int object_compare(const Object *a, const Object *b);

#endif
