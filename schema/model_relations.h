/* What the files that read relations share. */
#ifndef GEN_SCHEMA_MODEL_RELATIONS_H
#define GEN_SCHEMA_MODEL_RELATIONS_H

#include "schema/model_reader.h"

typedef enum RelationType { MANY_TO_ONE, ONE_TO_MANY, MANY_TO_MANY, NO_RELATION } RelationType;

/* "many_to_one", …, by RelationType; ends with NULL. */
extern const char *const relation_types[];

/* The `relations` of a model, a list or a mapping of names; NULL without any. */
const YamlNode *relations_of(const TableModel *model);
const YamlNode *relation_at(const YamlNode *list, guint i);
/* The name a relation gives itself, or NULL. */
const char *relation_name(const YamlNode *list, guint i);
/* NO_RELATION, without a message, when there is no such type. */
RelationType relation_type(const YamlNode *node);
/* Whether the relation of `from` points to `target`. */
bool relation_is_to(ModelReader *r, const TableModel *from, const YamlNode *node,
                    const TableModel *target);

/* "BlogPost" → "blog_post". Freed with g_free. */
char *relation_snake_case(const char *name);
/* "team" and "id": team_id, interned. */
const char *relation_key_column(const char *stem, const char *column);
/* Whether the target has a primary key; else an error. */
bool relation_check_key(ModelReader *r, const TableModel *target, const YamlNode *node);

ForeignKey *relation_add_key(ModelReader *r, Object *table, NameList columns,
                             const TableModel *target, const YamlNode *node);
void relation_add_index(ModelReader *r, Object *table, NameList columns, const YamlNode *node);
/* on_delete and the like, from the relation to its foreign key. */
void relation_read_actions(ModelReader *r, ForeignKey *key, const YamlNode *node);

/* Checks `back_populates` against the other model. */
void relation_check_other_side(ModelReader *r, const TableModel *model, const YamlNode *node);

#endif
