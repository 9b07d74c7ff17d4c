/* What the files that read models (model_*.c) share. Not for others. */
#ifndef GEN_SCHEMA_MODEL_READER_H
#define GEN_SCHEMA_MODEL_READER_H

#include "schema/kinds.h"
#include "schema/models.h"
#include "schema/reference.h"
#include "schema/yaml.h"

/* Names that begin so are not given yet; the last step of reading replaces them. */
#define UNNAMED_PREFIX '\001'

/* A model of a table, while it is read. */
typedef struct TableModel {
    Table *table;
    const YamlNode *node;         /* NULL: the table of a many-to-many relation */
    const char *name;             /* by which relations know it; interned */
    GPtrArray *primary;           /* interned names of the primary key's columns */
    const YamlNode *primary_node; /* what declares the primary key, or NULL */
    bool inherited;               /* the columns of its parents are there */
    bool completed;               /* … with all that is known of them */
    bool parts_done;              /* the indexes and keys of its parents are there */
    enum { RELATIONS_WAITING, RELATIONS_ENTERED, RELATIONS_DONE } relations;
} TableModel;

/* A top-level object and where its fields stand. declarations[object->index] while reading. */
typedef struct Declaration {
    Object *object;
    const YamlNode *node;            /* a mapping, or the short form of a list item */
    TableModel *model;               /* of tables */
    const struct ResolvedType *type; /* of domains: what they are based on */
    bool entered;
} Declaration;

typedef struct ModelReader {
    State *state;
    const ModelOptions *options;
    Diagnostics *diagnostics;
    guint first_diagnostic; /* how many there were before */
    const char *schema;     /* the default one, interned */
    bool incomplete;        /* a file could not be read: what is missing may be in it */
    GPtrArray *files;       /* YamlFile * */
    GArray *declarations;   /* Declaration, by object->index */
    GPtrArray *tables;      /* TableModel *, owned */
    GHashTable *by_name;    /* interned name → GPtrArray of top-level Object * */
    GHashTable *by_model;   /* interned model name → GPtrArray of TableModel * */
    GHashTable *by_table;   /* Object * → TableModel * */
    GHashTable *types;      /* text → ResolvedType *, those that do not depend on a schema */
    GHashTable *attached;   /* Object * that a model attaches → YamlNode * */
    GPtrArray *serials;     /* Column * whose sequence is not there yet */
    bool has_extensions;
} ModelReader;

/* A data type that a model names. */
typedef struct ResolvedType {
    const char *text; /* as format_type() prints it, in the state's memory */
    const char *base; /* of PostgreSQL's own: without arguments and []; else NULL */
    Object *declared; /* the enum, domain, … of the models; else NULL */
    bool array;
    bool serial;
} ResolvedType;

/* ---- model_value.c: single values. Each returns false (NULL) after an error at the node; `key` is
 * what the message calls the value. ---- */

bool model_bool(ModelReader *r, const char *key, const YamlNode *node, bool *ret);
/* Text in the state's memory. */
const char *model_text(ModelReader *r, const char *key, const YamlNode *node);
/* An identifier, interned: not empty, at most 63 bytes. */
const char *model_name(ModelReader *r, const char *key, const YamlNode *node);
/* SQL: text, or { sql: text }; without space around it. */
const char *model_sql(ModelReader *r, const char *key, const YamlNode *node);
/* An integer in decimal. */
const char *model_int(ModelReader *r, const char *key, const YamlNode *node);
/* One of `words` ("set_null" and "SET NULL" are "set null"); *ret is NULL for the first of them. */
bool model_word(ModelReader *r, const char *key, const YamlNode *node, const char *const *words,
                const char **ret);
/* A list of names, or one name. */
bool model_names(ModelReader *r, const char *key, const YamlNode *node, NameList *ret);
/* schema.name or name (then schema is NULL). */
bool model_qualified(ModelReader *r, const char *key, const YamlNode *node, QualifiedName *ret);
/* A mapping of key: value as "key=value", sorted. */
bool model_options(ModelReader *r, const char *key, const YamlNode *node, NameList *ret);
/* Whether the node is a mapping; else an error that says what `what` must be. */
bool model_expect_mapping(ModelReader *r, const char *what, const YamlNode *node);

/* ---- model_fields.c: whatever a field table describes ---- */

/* Reads a mapping into an object by its kind's field table and the keys all objects have (comment,
 * owner, renamed_from, name). `also`: keys that the caller reads (NULL-terminated, or NULL). */
bool model_read_object(ModelReader *r, Object *object, const YamlNode *mapping,
                       const char *const *also);
/* Reads one value into a field of an object or an item. */
bool model_read_field(ModelReader *r, Object *object, void *base, const Field *field,
                      const YamlNode *node);
/* Field rows that models do not spell as they are (others keys stand for them). */
bool model_field_is_hidden(const KindInfo *info, const Field *field);

/* ---- model_documents.c ---- */

/* Adds to the list of a name in by_name or by_model. */
void model_remember(GHashTable *table, const char *name, gpointer value);
/* Whether a key is the word of a kind, with _ for spaces. */
bool model_is_kind_key(const KindInfo *info, const char *key);

/* Adds what a document declares. */
void model_declare(ModelReader *r, const YamlNode *root);
/* Adds a table; NULL after an error when its name is taken. */
Object *model_declare_table(ModelReader *r, const char *schema, const char *name,
                            const YamlNode *name_node, const YamlNode *node);

/* ---- model_inheritance.c: partitions, and tables that inherit ---- */

/* Adds the tables of a model's `partitions`. */
void model_declare_partitions(ModelReader *r, const TableModel *model);
/* Reads what a table is a partition of or inherits from, and how it is partitioned itself. */
void model_read_parents(ModelReader *r, TableModel *model);
bool model_has_parents(const TableModel *model);
/* The type of a field that a table above declares, or NULL. */
const ResolvedType *model_inherited_type(ModelReader *r, const TableModel *model, const char *name);
/* Adds the columns of the tables above, and completes those that say only what differs. */
void model_inherit_columns(ModelReader *r, TableModel *model);
/* Hands down what later steps found out about the columns above. */
void model_complete_columns(ModelReader *r, TableModel *model);

/* ---- model_parts.c: indexes and keys of partitions ---- */

/* Keeps the node of an index or key that says what it is attached to: the rest of it comes from
 * there. */
void model_note_attached(ModelReader *r, Object *part, const YamlNode *node);
/* The same for a check without an expression and a trigger without a function, if the table has
 * parents. */
bool model_note_inherited(ModelReader *r, Object *part, const YamlNode *node);
/* Completes what is attached, and adds what partitions have without declaring it. */
void model_add_parts(ModelReader *r);

/* ---- model_objects.c: kinds other than tables ---- */

void model_read_declaration(ModelReader *r, Declaration *declaration);
/* What a declared domain is based on, read by now if it can be; else NULL. */
const ResolvedType *model_domain_base(ModelReader *r, const Object *domain);
/* The declaration of a top-level object. */
Declaration *model_declaration(const ModelReader *r, const Object *object);
/* A child of any kind; an error when its name is taken. name NULL: gets one in the last step. */
Object *model_add_child(ModelReader *r, Kind kind, Object *parent, const char *name,
                        const YamlNode *node);
/* Reads "sections" of children: a mapping name → value, or a list. For each, `read` gets the name
 * (NULL in a list) and the value. */
typedef void ChildReader(ModelReader *r, Object *parent, const char *name, const YamlNode *node);
void model_read_section(ModelReader *r, Object *parent, const char *key, const YamlNode *section,
                        ChildReader *read);
/* The name in a mapping's `name`, or `name` itself when that is not NULL. */
const char *model_child_name(ModelReader *r, const char *name, const YamlNode *node);
ChildReader model_read_check;
/* Children of any kind that has nothing but its field table. */
void model_read_children(ModelReader *r, Object *parent, const YamlNode *mapping);
/* The keys under which children of any kind may stand in a parent's mapping (NULL-terminated, in
 * memory of the reader). */
bool model_is_child_section(const KindInfo *parent, const char *key, Kind *ret_kind);

/* ---- model_operators.c: kinds that are known by their fields ---- */

void model_read_operator(ModelReader *r, Object *object, const YamlNode *node);
void model_read_operator_family(ModelReader *r, Object *object, const YamlNode *node);
void model_read_operator_class(ModelReader *r, Object *object, const YamlNode *node);
/* An operator class that names no family has one of its own name, declared or not. */
void model_add_families(ModelReader *r);
void model_read_cast(ModelReader *r, Object *object, const YamlNode *node);
void model_read_transform(ModelReader *r, Object *object, const YamlNode *node);

/* ---- model_access.c ---- */

/* Reads `grants`: a mapping role → privileges. */
bool model_read_grants(ModelReader *r, Object *object, const YamlNode *node);
/* Reads `withheld`: privileges of its own that the owner does not have. */
bool model_read_withheld(ModelReader *r, Object *object, const YamlNode *node);
/* Says of what is withheld who the owner is, and leaves out what it has anyway; gives children that
 * state no owner of their own their parent's. */
void model_complete_access(ModelReader *r);
void model_read_default_privileges(ModelReader *r, Object *object, const YamlNode *node);

/* ---- model_lookup.c: what names stand for ---- */

/* The top-level object that `name` means in an object of `schema`: that schema first, the default
 * one, public, then the only one of the name. NULL when there is none. */
Object *model_find(const ModelReader *r, const char *schema, QualifiedName name,
                   ObjectFilter *filter);
bool model_is_table(const Object *object);
/* The table, or NULL after an error with "did you mean". */
Object *model_find_table(ModelReader *r, const char *schema, QualifiedName name,
                         const YamlNode *node);
/* The column of a table, or NULL after an error with "did you mean". */
Column *model_find_column(ModelReader *r, const Object *table, const char *name,
                          const YamlNode *node);
/* The table model of a relation's target, or NULL. */
TableModel *model_find_target(ModelReader *r, const TableModel *from, const YamlNode *node);
/* Says that there is none. */
void model_error_target(ModelReader *r, const YamlNode *node);
TableModel *model_of(const ModelReader *r, const Object *table);

/* ---- model_types.c ---- */

/* The type that `node` names in `schema`, with `max_length` (or NULL). NULL after an error. */
const ResolvedType *model_type(ModelReader *r, const char *schema, const YamlNode *node,
                               const YamlNode *max_length);

/* The type that `text` names; an error at the node. */
const ResolvedType *model_type_named(ModelReader *r, const char *schema, const char *text,
                                     const YamlNode *node);

/* ---- model_routines.c, model_programs.c: what field tables do not say ---- */

/* The type of an argument, a result or an operand: one that columns can have, as format_type()
 * prints it without a length, or a pseudo-type. NULL after an error. */
const char *model_bare_type(ModelReader *r, const Object *object, const char *text,
                            const YamlNode *node);
typedef void ObjectReader(ModelReader *r, Object *object, const YamlNode *node);
ObjectReader model_read_routine;
ObjectReader model_read_aggregate;
ObjectReader model_read_view;
ObjectReader model_read_materialized_view;
ObjectReader model_read_text_search_configuration;
ObjectReader model_read_event_trigger;
ObjectReader model_read_trigger;
ObjectReader model_read_policy;
ObjectReader model_read_statistics;
ObjectReader model_read_rule;

/* ---- model_replication.c ---- */

ObjectReader model_read_publication;
ObjectReader model_read_subscription;

/* ---- model_literal.c ---- */

/* A default: a literal of the type in the form PostgreSQL prints it, or { sql: … }. NULL for a null
 * and after an error. */
const char *model_default(ModelReader *r, const ResolvedType *type, const YamlNode *node);

/* ---- model_table.c, model_column.c, model_keys.c, model_indexes.c, model_relations.c ---- */

TableModel *model_table_new(ModelReader *r, Table *table, const YamlNode *node, const char *name);
void model_table_free(gpointer data);
void model_read_columns(ModelReader *r, TableModel *model);
void model_read_relation_columns(ModelReader *r, TableModel *model);
void model_read_through_tables(ModelReader *r, TableModel *model);
void model_read_standard_columns(ModelReader *r, TableModel *model);
void model_read_table(ModelReader *r, TableModel *model);

/* Reads one field into a new column. */
void model_read_column(ModelReader *r, TableModel *model, const YamlNode *key,
                       const YamlNode *node);
/* The constraints and indexes that a field asks for. */
void model_read_column_constraints(ModelReader *r, TableModel *model, const YamlNode *key,
                                   const YamlNode *node);
void model_read_relation_constraints(ModelReader *r, TableModel *model);
void model_read_primary_key(ModelReader *r, TableModel *model);
ChildReader model_read_unique;
ChildReader model_read_foreign_key;
ChildReader model_read_exclusion;
ChildReader model_read_index;
/* The foreign key's target from text such as users.id, users(id), app.users; reads columns too. */
bool model_read_references(ModelReader *r, ForeignKey *key, const YamlNode *node);
/* Lists of one name in the state's memory. */
NameList model_one_name(ModelReader *r, const char *name);
/* Whether the columns of a list exist; an error at the node for each that does not. */
bool model_check_columns(ModelReader *r, const Object *table, NameList columns,
                         const YamlNode *node);

/* ---- model_sequences.c ---- */

/* Empties options that say what PostgreSQL would take anyway. */
void model_normalize_sequence(SequenceOptions *options, const char *type);

/* ---- model_names.c ---- */

/* Gives names to all that have none, and sequences to serial columns. */
void model_give_names(ModelReader *r);

#endif
