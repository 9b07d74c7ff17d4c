#include "schema/json_schema.h"

#include "schema/identifier.h"
#include "schema/kinds.h"
#include "schema/model_reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* ---- pieces ---- */

static void member(JsonBuilder *b, const char *key, const char *value)
{
    json_builder_set_member_name(b, key);
    json_builder_add_string_value(b, value);
}

static void begin(JsonBuilder *b, const char *key)
{
    if (key)
        json_builder_set_member_name(b, key);
    json_builder_begin_object(b);
}

static void end(JsonBuilder *b)
{
    json_builder_end_object(b);
}

static void add_reference(JsonBuilder *b, const char *definition)
{
    g_autofree char *path = g_strconcat("#/definitions/", definition, NULL);
    begin(b, NULL);
    member(b, "$ref", path);
    end(b);
}

/* "key": { "description": …, "$ref": … } */
static void put(JsonBuilder *b, const char *key, const char *definition, const char *doc)
{
    g_autofree char *path = g_strconcat("#/definitions/", definition, NULL);
    begin(b, key);
    if (doc)
        member(b, "description", doc);
    member(b, "$ref", path);
    end(b);
}

static void add_type(JsonBuilder *b, const char *type)
{
    begin(b, NULL);
    member(b, "type", type);
    end(b);
}

/* ---- fields ---- */

static void add_words(JsonBuilder *b, const Field *field)
{
    json_builder_set_member_name(b, "enum");
    json_builder_begin_array(b);
    for (const char *const *word = field->words; *word; word++)
        json_builder_add_string_value(b, *word);
    json_builder_add_boolean_value(b, TRUE);
    json_builder_add_boolean_value(b, FALSE);
    json_builder_end_array(b);
}

/* What the field is, and the version it needs. Freed with g_free. */
static char *field_doc(const Field *field)
{
    return field->since ? g_strdup_printf("%s (PostgreSQL %d)", field->doc, field->since)
                        : g_strdup(field->doc);
}

static void put_fields(JsonBuilder *b, const Field *fields, const KindInfo *info,
                       const char *const *but);

/* A list of items, each a mapping or the value of its first field; or one. */
static void add_items(JsonBuilder *b, const ItemInfo *item)
{
    json_builder_set_member_name(b, "anyOf");
    json_builder_begin_array(b);
    add_type(b, "string");
    begin(b, NULL);
    member(b, "type", "array");
    begin(b, "items");
    json_builder_set_member_name(b, "anyOf");
    json_builder_begin_array(b);
    add_reference(b, "value");
    begin(b, NULL);
    member(b, "type", "object");
    begin(b, "properties");
    put_fields(b, item->fields, NULL, NULL);
    if (item == &index_element_info)
        put(b, "order", "order", "asc or desc");
    end(b);
    json_builder_set_member_name(b, "additionalProperties");
    json_builder_add_boolean_value(b, FALSE);
    end(b);
    json_builder_end_array(b);
    end(b);
    end(b);
    json_builder_end_array(b);
}

/* The definition that stands for each type of field; words and items are spelled out. */
static const char *const field_definitions[] = {
    [FIELD_TEXT] = "text",     [FIELD_NAME] = "name",       [FIELD_EXPR] = "sql",
    [FIELD_QUERY] = "sql",     [FIELD_CLAUSE] = "sql",      [FIELD_TYPE] = "type",
    [FIELD_INT] = "integer",   [FIELD_NUMBER] = "number",   [FIELD_BOOL] = "boolean",
    [FIELD_OBJECT] = "name",   [FIELD_NAMES] = "names",     [FIELD_TEXTS] = "names",
    [FIELD_CLAUSES] = "names", [FIELD_OPTIONS] = "options", [FIELD_WORD] = NULL,
    [FIELD_ITEMS] = NULL,
};

static void put_fields(JsonBuilder *b, const Field *fields, const KindInfo *info,
                       const char *const *but)
{
    for (const Field *f = fields; f->key; f++) {
        if (!field_is_in_models(f) || (info && model_field_is_hidden(info, f)) ||
            (but && g_strv_contains(but, f->key)))
            continue;
        g_autofree char *doc = field_doc(f);
        if (field_definitions[f->type]) {
            put(b, f->key, field_definitions[f->type], doc);
            continue;
        }
        begin(b, f->key);
        member(b, "description", doc);
        if (f->type == FIELD_WORD)
            add_words(b, f);
        else
            add_items(b, f->item);
        end(b);
    }
}

/* ---- definitions that are not of a kind ---- */

static const struct {
    const char *name;
    const char *json;
} plain_definitions[] = {
    {"text", "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}"},
    {"name", "{\"type\": [\"string\", \"number\", \"boolean\"]}"},
    {"value", "{\"type\": [\"string\", \"number\", \"boolean\"]}"},
    {"boolean", "{\"type\": [\"boolean\", \"null\"]}"},
    {"integer", "{\"type\": [\"integer\", \"null\"]}"},
    {"number", "{\"type\": [\"number\", \"null\"]}"},
    {"order", "{\"enum\": [\"asc\", \"desc\"]}"},
    {"type", "{\"type\": \"string\", \"description\": \"a data type: string, integer, "
             "numeric(12,2), text[], an enum …\"}"},
    {"sql", "{\"anyOf\": [{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}, "
            "{\"$ref\": \"#/definitions/sql_text\"}]}"},
    {"sql_text", "{\"type\": \"object\", \"properties\": {\"sql\": {\"type\": \"string\"}}, "
                 "\"required\": [\"sql\"], \"additionalProperties\": false}"},
    {"names", "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": "
              "{\"$ref\": \"#/definitions/name\"}}]}"},
    {"options", "{\"type\": \"object\", \"additionalProperties\": {\"type\": [\"string\", "
                "\"number\", \"boolean\"]}}"},
    {"grants", "{\"type\": \"object\", \"additionalProperties\": "
               "{\"$ref\": \"#/definitions/names\"}}"},
    {"anything", "{}"},
    {"switch", "{\"anyOf\": [{\"type\": [\"boolean\", \"null\"]}, {\"type\": \"object\"}]}"},
    {"not_null", "{\"anyOf\": [{\"type\": [\"boolean\", \"null\"]}, {\"type\": \"object\", "
                 "\"properties\": {\"name\": {\"type\": \"string\"}, "
                 "\"no_inherit\": {\"type\": \"boolean\"}, \"not_valid\": {\"type\": \"boolean\"}, "
                 "\"comment\": {\"type\": \"string\"}}, "
                 "\"additionalProperties\": false}]}"},
    {"references", "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"properties\": "
                   "{\"table\": {\"type\": \"string\"}, \"field\": {\"type\": \"string\"}, "
                   "\"fields\": {\"$ref\": \"#/definitions/names\"}}, \"required\": [\"table\"], "
                   "\"additionalProperties\": false}]}"},
    {"relation",
     "{\"type\": \"object\", \"properties\": {"
     "\"type\": {\"enum\": [\"many_to_one\", \"one_to_many\", \"many_to_many\"]}, "
     "\"target\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}, "
     "\"foreign_key\": {\"$ref\": \"#/definitions/names\"}, "
     "\"back_populates\": {\"type\": \"string\"}, \"required\": {\"type\": \"boolean\"}, "
     "\"nullable\": {\"type\": \"boolean\"}, \"on_delete\": {\"type\": \"string\"}, "
     "\"on_update\": {\"type\": \"string\"}, \"match\": {\"type\": \"string\"}, "
     "\"deferrable\": {\"type\": [\"string\", \"boolean\"]}, \"index\": {\"type\": \"boolean\"}, "
     "\"unique\": {\"type\": \"boolean\"}, \"through\": {\"type\": \"string\"}, "
     "\"comment\": {\"type\": \"string\"}}, "
     "\"required\": [\"type\", \"target\"], \"additionalProperties\": false}"},
    {"relations", "{\"anyOf\": [{\"type\": \"array\", \"items\": "
                  "{\"$ref\": \"#/definitions/relation\"}}, {\"type\": \"object\", "
                  "\"additionalProperties\": {\"$ref\": \"#/definitions/relation\"}}]}"},
    {"replica_identity", "{\"anyOf\": [{\"enum\": [\"default\", \"full\", \"nothing\"]}, "
                         "{\"type\": \"object\", \"properties\": {\"index\": "
                         "{\"type\": \"string\"}}, \"additionalProperties\": false}]}"},
    {"identity",
     "{\"anyOf\": [{\"enum\": [\"always\", \"by default\", true]}, {\"type\": \"object\", "
     "\"properties\": {\"generation\": {\"enum\": [\"always\", \"by default\"]}, "
     "\"start\": {\"type\": \"integer\"}, \"increment\": {\"type\": \"integer\"}, "
     "\"minvalue\": {\"type\": \"integer\"}, \"maxvalue\": {\"type\": \"integer\"}, "
     "\"cache\": {\"type\": \"integer\"}, \"cycle\": {\"type\": \"boolean\"}, "
     "\"sequence\": {\"type\": \"string\"}, \"comment\": {\"type\": \"string\"}, "
     "\"grants\": {\"$ref\": \"#/definitions/grants\"}, "
     "\"withheld\": {\"$ref\": \"#/definitions/names\"}}, \"additionalProperties\": false}]}"},
    {"generated", "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"properties\": "
                  "{\"expression\": {\"type\": \"string\"}, \"sql\": {\"type\": \"string\"}, "
                  "\"virtual\": {\"type\": \"boolean\"}}, \"additionalProperties\": false}]}"},
    {"using", "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"object\", \"properties\": "
              "{\"upgrade\": {\"type\": \"string\"}, \"downgrade\": {\"type\": \"string\"}}, "
              "\"additionalProperties\": false}]}"},
};

static void put_plain(JsonBuilder *b)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plain_definitions); i++) {
        json_builder_set_member_name(b, plain_definitions[i].name);
        json_builder_add_value(b, json_from_string(plain_definitions[i].json, NULL));
    }
}

/* ---- keys beside the field tables ---- */

typedef struct ExtraKey {
    Kind kind;
    const char *key;
    const char *definition;
    const char *doc;
} ExtraKey;

static const ExtraKey extra_keys[] = {
    {KIND_TABLE, "name", "name", "the model's name, used by relations"},
    {KIND_TABLE, "fields", "fields", "columns: name: { type: … }"},
    {KIND_TABLE, "relations", "relations", "relations to other models"},
    {KIND_TABLE, "primary_key", "primary_key_section", "where it is not one field"},
    {KIND_TABLE, "unique", "unique_constraint_section", "unique constraints"},
    {KIND_TABLE, "checks", "check_section", "name: expression"},
    {KIND_TABLE, "foreign_keys", "foreign_key_section", "foreign keys"},
    {KIND_TABLE, "exclude", "exclusion_constraint_section", "exclusion constraints"},
    {KIND_TABLE, "indexes", "index_section", "indexes"},
    {KIND_TABLE, "timestamps", "boolean", "created_at and updated_at"},
    {KIND_TABLE, "soft_delete", "boolean", "deleted_at"},
    {KIND_TABLE, "partitions", "anything", "partitions of this table"},
    {KIND_TABLE, "partition_by", "anything", "range, list or hash, of which fields"},
    {KIND_TABLE, "values", "anything", "which rows the partition holds"},
    {KIND_TABLE, "replica_identity", "replica_identity", "what is logged of old rows"},
    {KIND_COLUMN, "max_length", "integer", "length of a string"},
    {KIND_COLUMN, "required", "not_null", "NOT NULL"},
    {KIND_COLUMN, "nullable", "boolean", "the opposite of required"},
    {KIND_COLUMN, "default", "anything", "a literal, or { sql: … }"},
    {KIND_COLUMN, "primary", "boolean", "part of the primary key"},
    {KIND_COLUMN, "unique", "switch", "a unique constraint on this field"},
    {KIND_COLUMN, "index", "switch", "an index on this field"},
    {KIND_COLUMN, "check", "anything", "a check constraint"},
    {KIND_COLUMN, "references", "references", "a foreign key: table.field"},
    {KIND_COLUMN, "on_delete", "text", "of the foreign key"},
    {KIND_COLUMN, "on_update", "text", "of the foreign key"},
    {KIND_COLUMN, "match", "text", "of the foreign key"},
    {KIND_COLUMN, "deferrable", "text", "of the foreign key"},
    {KIND_COLUMN, "identity", "identity", "numbered by PostgreSQL"},
    {KIND_COLUMN, "generated", "generated", "expression it is computed by"},
    {KIND_COLUMN, "using", "using", "how to convert when the type changes"},
    {KIND_DOMAIN, "max_length", "integer", "length of a string"},
    {KIND_DOMAIN, "default", "anything", "a literal, or { sql: … }"},
    {KIND_DOMAIN, "checks", "check_section", "name: expression"},
    {KIND_FUNCTION, "arguments", "anything", "name: type, or a list"},
    {KIND_FUNCTION, "returns", "anything", "type of the result"},
    {KIND_PROCEDURE, "arguments", "anything", "name: type, or a list"},
    {KIND_AGGREGATE, "arguments", "anything", "name: type, or a list"},
    {KIND_TRIGGER, "function", "anything", "the function it calls"},
    {KIND_TRIGGER, "events", "anything", "insert, update, delete, truncate"},
    {KIND_SEQUENCE, "owned_by", "text", "table.field"},
    {KIND_FOREIGN_KEY, "references", "references", "table(field, …)"},
};

static bool is_extra(Kind kind, const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(extra_keys); i++)
        if (extra_keys[i].kind == kind && strcmp(extra_keys[i].key, key) == 0)
            return true;
    return false;
}

static void put_extras(JsonBuilder *b, Kind kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(extra_keys); i++)
        if (extra_keys[i].kind == kind)
            put(b, extra_keys[i].key, extra_keys[i].definition, extra_keys[i].doc);
}

/* ---- kinds ---- */

static char *key_of(const KindInfo *info)
{
    return g_strdelimit(g_strdup(info->word), " ", '_');
}

static void put_common(JsonBuilder *b, const KindInfo *info)
{
    g_autofree char *key = key_of(info);
    if (!(info->flags & KIND_NO_COMMENT))
        put(b, "comment", "text", "what COMMENT ON says");
    put(b, "renamed_from", "name", "the name it had before");
    bool child = info->flags & KIND_CHILD;
    if (child ? info->flags & KIND_OWNED_APART : !(info->flags & KIND_NO_OWNER))
        put(b, "owner", "name", "the role that owns it");
    if (child) {
        put(b, "name", "name", NULL);
        return;
    }
    put(b, key, "name", "its name");
    if (access_can_grant(info->kind))
        put(b, "grants", "grants", "role: privileges");
    if (access_can_grant(info->kind) && !kind_field(info, "withheld"))
        put(b, "withheld", "names", "privileges of its own that the owner does not have");
    if (info->flags & (KIND_IN_SCHEMA | KIND_MAY_BE_IN_SCHEMA))
        put(b, "schema", "name", "the schema it is in");
    if (info->kind != KIND_TABLE)
        put(b, "name", "name", "its name, in lists");
}

static void put_children(JsonBuilder *b, const KindInfo *info)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        Kind found = KIND_COUNT;
        if (kind == KIND_CHECK || !model_is_child_section(info, kind_infos[kind]->plural, &found))
            continue;
        g_autofree char *child = key_of(kind_infos[kind]);
        g_autofree char *section = g_strconcat(child, "_section", NULL);
        put(b, kind_infos[kind]->plural, section, NULL);
    }
}

static void put_kind(JsonBuilder *b, const KindInfo *info)
{
    g_autofree char *key = key_of(info);
    g_autoptr(GPtrArray) but = g_ptr_array_new();
    for (const Field *f = info->fields; f->key; f++)
        if (is_extra(info->kind, f->key))
            g_ptr_array_add(but, (gpointer)f->key);
    g_ptr_array_add(but, NULL);
    begin(b, key);
    member(b, "type", "object");
    begin(b, "properties");
    put_common(b, info);
    put_fields(b, info->fields, info, (const char *const *)but->pdata);
    put_extras(b, info->kind);
    put_children(b, info);
    end(b);
    json_builder_set_member_name(b, "additionalProperties");
    json_builder_add_boolean_value(b, FALSE);
    end(b);
}

/* A list, or a mapping of names; each a mapping, a list or one value. */
static void put_section(JsonBuilder *b, const KindInfo *info)
{
    g_autofree char *key = key_of(info);
    g_autofree char *section = g_strconcat(key, "_section", NULL);
    static const char text[] =
        "{\"anyOf\": [{\"type\": \"array\", \"items\": {\"anyOf\": ["
        "{\"$ref\": \"#/definitions/@\"}, {\"type\": \"string\"}, {\"type\": \"array\"}]}}, "
        "{\"type\": \"object\", \"additionalProperties\": {\"anyOf\": ["
        "{\"$ref\": \"#/definitions/@\"}, {\"type\": [\"string\", \"null\"]}, "
        "{\"type\": \"array\"}]}}]}";
    g_auto(GStrv) parts = g_strsplit(text, "@", -1);
    g_autofree char *json = g_strjoinv(key, parts);
    json_builder_set_member_name(b, section);
    json_builder_add_value(b, json_from_string(json, NULL));
}

static void put_definitions(JsonBuilder *b)
{
    put_plain(b);
    begin(b, "fields");
    member(b, "type", "object");
    begin(b, "additionalProperties");
    json_builder_set_member_name(b, "anyOf");
    json_builder_begin_array(b);
    add_type(b, "string");
    add_reference(b, "column");
    json_builder_end_array(b);
    end(b);
    end(b);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        put_kind(b, kind_infos[kind]);
        put_section(b, kind_infos[kind]);
    }
}

/* ---- documents ---- */

/* A document of a kind has its key; a model may have a name in place of it. */
static void add_document(JsonBuilder *b, const KindInfo *info, const char *required)
{
    g_autofree char *key = key_of(info);
    begin(b, NULL);
    json_builder_set_member_name(b, "required");
    json_builder_begin_array(b);
    json_builder_add_string_value(b, required ? required : key);
    json_builder_end_array(b);
    json_builder_set_member_name(b, "allOf");
    json_builder_begin_array(b);
    add_reference(b, key);
    json_builder_end_array(b);
    end(b);
}

static void add_lists(JsonBuilder *b)
{
    begin(b, NULL);
    member(b, "type", "object");
    begin(b, "properties");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kind_infos[kind]->flags & KIND_CHILD)
            continue;
        g_autofree char *key = key_of(kind_infos[kind]);
        g_autofree char *section = g_strconcat(key, "_section", NULL);
        put(b, kind_infos[kind]->plural, section, NULL);
    }
    end(b);
    json_builder_set_member_name(b, "additionalProperties");
    json_builder_add_boolean_value(b, FALSE);
    end(b);
}

char *json_schema_print(void)
{
    g_autoptr(JsonBuilder) b = json_builder_new();
    begin(b, NULL);
    member(b, "$schema", "http://json-schema.org/draft-07/schema#");
    member(b, "title", "A model of gen");
    json_builder_set_member_name(b, "anyOf");
    json_builder_begin_array(b);
    add_document(b, kind_infos[KIND_TABLE], "fields");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (!(kind_infos[kind]->flags & KIND_CHILD))
            add_document(b, kind_infos[kind], NULL);
    add_lists(b);
    json_builder_end_array(b);
    begin(b, "definitions");
    put_definitions(b);
    end(b);
    end(b);
    g_autoptr(JsonNode) root = json_builder_get_root(b);
    g_autofree char *text = json_to_string(root, TRUE);
    return g_strconcat(text, "\n", NULL);
}
