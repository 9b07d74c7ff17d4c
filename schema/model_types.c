/* Data types that models name: words of the language, PostgreSQL's own types, declared ones. */
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"
#include "schema/type_name.h"

#include <string.h>

static const struct {
    const char *word;
    const char *type;
} type_words[] = {
    {"string", "varchar"},
    {"datetime", "timestamptz"},
    {"float", "double precision"},
    {"binary", "bytea"},
};

/* Types of well-known extensions, for the hint. */
static const struct {
    const char *type;
    const char *extension;
} extension_types[] = {
    {"citext", "citext"}, {"hstore", "hstore"},  {"ltree", "ltree"},      {"lquery", "ltree"},
    {"cube", "cube"},     {"isbn", "isn"},       {"geometry", "postgis"}, {"geography", "postgis"},
    {"vector", "vector"}, {"halfvec", "vector"}, {"semver", "semver"},    {"intarray", "intarray"},
};

/* ---- words ---- */

static const char *word_type(const ModelReader *r, const char *word)
{
    const char *type = NULL;
    if (r->options && r->options->types)
        type = g_hash_table_lookup(r->options->types, word);
    for (size_t i = 0; !type && i < G_N_ELEMENTS(type_words); i++)
        if (strcmp(type_words[i].word, word) == 0)
            type = type_words[i].type;
    return type;
}

/* `text` with a word of the language at its beginning replaced: string(20)[] is varchar(20)[].
 * float(24) is SQL's. */
static char *without_word(const ModelReader *r, const char *text)
{
    gsize length = strcspn(text, " \t\r\n([");
    g_autofree char *word = g_ascii_strdown(text, (gssize)length);
    const char *type = word_type(r, word);
    if (!type || (text[length] == '(' && strcmp(word, "float") == 0))
        return g_strdup(text);
    return g_strconcat(type, text + length, NULL);
}

/* ---- declared types ---- */

static bool is_type(const Object *object)
{
    return object->info->flags & KIND_TYPE;
}

static Object *find_declared(const ModelReader *r, const char *schema, const TypeName *type)
{
    QualifiedName name = {type->schema ? g_intern_string(type->schema) : NULL,
                          g_intern_string(type->name)};
    Object *found = model_find(r, schema, name, is_type);
    if (found || type->quoted)
        return found;
    g_autofree char *folded = g_ascii_strdown(type->name, -1);
    name.name = g_intern_string(folded);
    return model_find(r, schema, name, is_type);
}

static ResolvedType *resolved_new(ModelReader *r, const char *text, const TypeName *type)
{
    ResolvedType *resolved = state_alloc(r->state, sizeof *resolved);
    resolved->text = state_text(r->state, text);
    resolved->base = state_text(r->state, type->base);
    resolved->array = type->array;
    resolved->serial = type->serial;
    return resolved;
}

static ResolvedType *declared_type(ModelReader *r, Object *object, const TypeName *type)
{
    g_autoptr(GString) text = g_string_new(NULL);
    identifier_append_qualified(text, (QualifiedName){object->schema, object->name});
    if (type->array)
        g_string_append(text, "[]");
    ResolvedType *resolved = resolved_new(r, text->str, type);
    resolved->declared = object;
    return resolved;
}

/* The multirange type of a range. */
static QualifiedName multirange_name(ModelReader *r, Declaration *declaration)
{
    const Range *range = (const Range *)declaration->object;
    model_read_declaration(r, declaration);
    return range_multirange(range);
}

static ResolvedType *multirange_type(ModelReader *r, const TypeName *type)
{
    for (guint i = 0; i < r->declarations->len; i++) {
        Declaration *declaration = &g_array_index(r->declarations, Declaration, i);
        if (object_kind(declaration->object) != KIND_RANGE)
            continue;
        QualifiedName name = multirange_name(r, declaration);
        if (strcmp(name.name, type->name) != 0 ||
            (type->schema && g_strcmp0(name.schema, type->schema) != 0))
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        identifier_append_qualified(text, name);
        g_string_append(text, type->array ? "[]" : "");
        return resolved_new(r, text->str, type);
    }
    return NULL;
}

/* A type that only the server knows: an extension's. */
static ResolvedType *foreign_type(ModelReader *r, const TypeName *type)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *folded = type->quoted ? g_strdup(type->name) : g_ascii_strdown(type->name, -1);
    identifier_append_qualified(text, (QualifiedName){type->schema, folded});
    if (type->arguments)
        g_string_append(text, type->arguments);
    if (type->array)
        g_string_append(text, "[]");
    return resolved_new(r, text->str, type);
}

static bool by_hint(Diagnostic *d, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(extension_types); i++) {
        if (g_ascii_strcasecmp(extension_types[i].type, name) == 0) {
            diag_set_hint(d, "it is a type of an extension: declare `extension: %s`",
                          extension_types[i].extension);
            return true;
        }
    }
    return false;
}

static void error_unknown(ModelReader *r, const TypeName *type, const YamlNode *node)
{
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                               "there is no type \"%s\"", type->name);
    if (by_hint(d, type->name))
        return;
    Suggestion suggestion = SUGGESTION_FOR(type->name);
    const char *own = type_name_suggest(type->name);
    if (own)
        suggestion_try(&suggestion, own);
    for (size_t i = 0; i < G_N_ELEMENTS(type_words); i++)
        suggestion_try(&suggestion, type_words[i].word);
    for (guint i = 0; i < r->declarations->len; i++) {
        const Object *object = g_array_index(r->declarations, Declaration, i).object;
        if (is_type(object) && object_kind(object) != KIND_TABLE)
            suggestion_try(&suggestion, object->name);
    }
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
    else
        diag_set_hint(d, "types that are not PostgreSQL's own are declared in the models, or come "
                         "from an extension that is");
}

/* ---- resolving ---- */

const ResolvedType *model_type_named(ModelReader *r, const char *schema, const char *text,
                                     const YamlNode *node)
{
    ResolvedType *known = g_hash_table_lookup(r->types, text);
    if (known)
        return known;
    g_autofree char *problem = NULL;
    g_autofree char *sql = without_word(r, text);
    g_autoptr(TypeName) type = type_name_parse(sql, &problem);
    if (!type) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "\"%s\" is no type: %s", text, problem);
        return NULL;
    }
    Object *declared = NULL;
    if (!type->canonical || type->quoted)
        declared = find_declared(r, schema, type);
    if (declared)
        return declared_type(r, declared, type);
    if (type->canonical) {
        ResolvedType *own = resolved_new(r, type->canonical, type);
        g_hash_table_insert(r->types, (gpointer)state_text(r->state, text), own);
        return own;
    }
    ResolvedType *multirange = multirange_type(r, type);
    if (multirange)
        return multirange;
    if (type->schema || r->has_extensions || r->incomplete)
        return foreign_type(r, type);
    error_unknown(r, type, node);
    return NULL;
}

/* "string" and 255: "string(255)"; "string[]" and 255: "string(255)[]". */
static char *with_length(ModelReader *r, const char *text, const YamlNode *max_length)
{
    gint64 length = 0;
    gsize name = strcspn(text, "[");
    if (!yaml_get_int(max_length, &length) || length < 1) {
        yaml_error(max_length, r->diagnostics, DIAG_MODEL_TYPE,
                   "max_length must be a number of characters");
        return NULL;
    }
    if (memchr(text, '(', name)) {
        yaml_error(max_length, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "max_length stands beside a type that has its length in parentheses");
        return NULL;
    }
    return g_strdup_printf("%.*s(%" G_GINT64_FORMAT ")%s", (int)name, text, length, text + name);
}

static bool takes_length(const ResolvedType *type)
{
    static const char *const bases[] = {"character varying", "character", "bpchar", "bit",
                                        "bit varying",       NULL};
    return type->base && g_strv_contains(bases, type->base);
}

const ResolvedType *model_type(ModelReader *r, const char *schema, const YamlNode *node,
                               const YamlNode *max_length)
{
    const char *text = yaml_text(node);
    if (!text) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE, "type must be the name of a data type");
        return NULL;
    }
    const ResolvedType *type = model_type_named(r, schema, text, node);
    if (!type || !max_length || yaml_is_null(max_length))
        return type;
    if (!takes_length(type)) {
        Diagnostic *d = yaml_error(max_length, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                                   "the type \"%s\" has no length", text);
        diag_set_hint(d, "`type: string` has one");
        return NULL;
    }
    g_autofree char *sized = with_length(r, text, max_length);
    return sized ? model_type_named(r, schema, sized, max_length) : NULL;
}
