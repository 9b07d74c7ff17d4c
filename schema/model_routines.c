/* Functions, procedures and aggregates in models. */
#include "schema/model_reader.h"
#include "schema/setting.h"
#include "schema/sqltext.h"
#include "schema/type_name.h"

#include <string.h>

/* ---- types: those of columns, without lengths, and those that no column can have ---- */

static const char *const pseudo_types[] = {"trigger",
                                           "event_trigger",
                                           "void",
                                           "record",
                                           "record[]",
                                           "internal",
                                           "cstring",
                                           "cstring[]",
                                           "anyelement",
                                           "anyarray",
                                           "anynonarray",
                                           "anyenum",
                                           "anyrange",
                                           "anymultirange",
                                           "anycompatible",
                                           "anycompatiblearray",
                                           "anycompatiblenonarray",
                                           "anycompatiblerange",
                                           "anycompatiblemultirange",
                                           "\"any\"",
                                           "language_handler",
                                           "fdw_handler",
                                           "index_am_handler",
                                           "table_am_handler",
                                           "tsm_handler",
                                           "pg_ddl_command",
                                           NULL};

static const char *without_length(ModelReader *r, const ResolvedType *type)
{
    if (type->base)
        return type->array ? state_text_joined(r->state, type->base, "[]") : type->base;
    const char *open = strrchr(type->text, '(');
    const char *close = open ? strchr(open, ')') : NULL;
    if (!close || close[1 + strspn(close + 1, "[]")])
        return type->text;
    g_autofree char *head = g_strndup(type->text, (gsize)(open - type->text));
    return state_text_joined(r->state, head, close + 1);
}

const char *model_bare_type(ModelReader *r, const Object *object, const char *text,
                            const YamlNode *node)
{
    g_autofree char *folded = g_strstrip(g_ascii_strdown(text, -1));
    for (guint i = 0; pseudo_types[i]; i++)
        if (strcmp(pseudo_types[i], folded) == 0)
            return pseudo_types[i];
    if (strcmp(folded, "any") == 0)
        return "\"any\"";
    const ResolvedType *type = model_type_named(r, object->schema, text, node);
    return type ? without_length(r, type) : NULL;
}

/* ---- arguments as SQL writes them ---- */

/* Part of a text of arguments: tokens [first, end). */
typedef struct Piece {
    const GArray *tokens;
    guint first;
    guint end;
} Piece;

static const SqlToken *token_of(const Piece *piece, guint i)
{
    return i < piece->end ? &g_array_index(piece->tokens, SqlToken, i) : NULL;
}

static bool is_mark(const SqlToken *token, const char *marks)
{
    return token && token->length == 1 && strchr(marks, *token->start);
}

static bool is_keyword(const SqlToken *token, const char *word)
{
    return token && token->kind == SQL_KEYWORD && strcmp(token->name, word) == 0;
}

static const char *piece_text(ModelReader *r, const Piece *piece)
{
    const char *start = token_of(piece, piece->first)->start;
    const SqlToken *last = token_of(piece, piece->end - 1);
    return state_text_n(r->state, start, (gsize)(last->start - start) + last->length);
}

/* The first token from `first` on, outside of parentheses, that is one of these; else the end. */
static guint find_outside(const Piece *piece, const char *marks, const char *word)
{
    int depth = 0;
    for (guint i = piece->first; i < piece->end; i++) {
        const SqlToken *token = token_of(piece, i);
        depth += is_mark(token, "([") ? 1 : is_mark(token, ")]") ? -1 : 0;
        if (depth == 0 && (is_mark(token, marks) || (word && is_keyword(token, word))))
            return i;
    }
    return piece->end;
}

static void take_mode(Piece *piece, Argument *argument)
{
    static const char *const modes[] = {"in", "out", "inout", "variadic"};
    for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
        if (!is_keyword(token_of(piece, piece->first), modes[i]))
            continue;
        bool both = i == 0 && is_keyword(token_of(piece, piece->first + 1), "out");
        argument->mode = both ? "inout" : i > 0 ? modes[i] : NULL;
        piece->first += both ? 2 : 1;
        return;
    }
}

/* Whether the text is a type with nothing before it: "double precision", but not "a integer". */
static bool is_bare_type(ModelReader *r, const Piece *piece)
{
    const SqlToken *second = token_of(piece, piece->first + 1);
    if (!second || is_mark(second, ".(["))
        return true;
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) type = type_name_parse(piece_text(r, piece), &problem);
    return type && type->canonical;
}

static bool read_argument_piece(ModelReader *r, const Object *routine, Piece piece,
                                const YamlNode *node, Argument *ret)
{
    Piece value = piece;
    take_mode(&piece, ret);
    piece.end = find_outside(&piece, "=", "default");
    value.first = piece.end + 1;
    if (value.first < value.end)
        ret->default_expr = piece_text(r, &value);
    if (piece.first < piece.end && !is_bare_type(r, &piece)) {
        ret->name = g_intern_string(token_of(&piece, piece.first)->name);
        piece.first++;
    }
    if (piece.first >= piece.end) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_SQL, "an argument has no type");
        return false;
    }
    ret->type = model_bare_type(r, routine, piece_text(r, &piece), node);
    return ret->type != NULL;
}

/* Adds the arguments in a text ("a integer, b text = 'x'") to a list of Argument. */
static bool read_argument_text(ModelReader *r, const Object *routine, const char *text,
                               const YamlNode *node, const char *mode, GArray *out)
{
    g_autoptr(GArray) tokens = sql_tokens(text);
    if (!tokens) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_SQL, "these arguments cannot be read");
        return false;
    }
    for (guint first = 0; first < tokens->len;) {
        Piece rest = {tokens, first, tokens->len};
        Piece piece = {tokens, first, find_outside(&rest, ",", NULL)};
        Argument argument = {.mode = mode};
        if (!read_argument_piece(r, routine, piece, node, &argument))
            return false;
        g_array_append_val(out, argument);
        first = piece.end + 1;
    }
    return true;
}

/* ---- arguments ---- */

static ItemList to_items(ModelReader *r, const GArray *arguments)
{
    ItemList list = state_items(r->state, &argument_info, arguments->len);
    if (arguments->len)
        memcpy(list.items, arguments->data, arguments->len * sizeof(Argument));
    return list;
}

/* A list of mappings and texts, or a text. */
static bool read_arguments(ModelReader *r, Object *object, const YamlNode *node, GArray *out)
{
    const Field *field = kind_field(object->info, "arguments");
    bool list = yaml_kind(node) == YAML_SEQUENCE;
    bool good = true;
    for (guint i = 0; i < (list ? yaml_count(node) : 1); i++) {
        const YamlNode *item = list ? yaml_item(node, i) : node;
        if (yaml_kind(item) == YAML_SCALAR) {
            good &= read_argument_text(r, object, yaml_text(item), item, NULL, out);
            continue;
        }
        ItemList one = {0, NULL};
        Routine holder = {.object = *object};
        if (model_read_field(r, object, &holder, kind_field(kind_infos[KIND_FUNCTION], field->key),
                             item))
            one = holder.arguments;
        good &= one.count > 0;
        g_array_append_vals(out, one.items, one.count);
    }
    return good;
}

static bool has_prefix_word(const char *text, const char *word)
{
    gsize length = strlen(word);
    return g_ascii_strncasecmp(text, word, length) == 0 &&
           (g_ascii_isspace(text[length]) || text[length] == '(');
}

/* "integer", "setof users", "table(a integer, b text)". */
static bool read_returns(ModelReader *r, Routine *routine, const YamlNode *node, GArray *arguments)
{
    const char *text = model_text(r, "returns", node);
    if (!text)
        return false;
    if (has_prefix_word(text, "table")) {
        const char *open = strchr(text, '(');
        const char *close = strrchr(text, ')');
        if (!open || !close || close < open) {
            yaml_error(node, r->diagnostics, DIAG_MODEL_SQL, "returns: table needs its columns");
            return false;
        }
        g_autofree char *columns = g_strndup(open + 1, (gsize)(close - open) - 1);
        return read_argument_text(r, &routine->object, columns, node, "table", arguments);
    }
    if (has_prefix_word(text, "setof")) {
        routine->returns_set = true;
        text += strlen("setof");
    }
    routine->returns = model_bare_type(r, &routine->object, text, node);
    return routine->returns != NULL;
}

/* ---- the whole ---- */

static const YamlNode *given(const YamlNode *node, const char *key)
{
    const YamlNode *value = yaml_get(node, key);
    return value && !yaml_is_null(value) ? value : NULL;
}

/* The identity of a routine is known when the types of its arguments are. */
static void identify(ModelReader *r, Object *object, ItemList arguments)
{
    g_autofree char *identity = routine_identity(arguments);
    if (state_set_arguments(r->state, object, identity))
        return;
    const Object *first =
        state_find_routine(r->state, object_kind(object), object->schema, object->name, identity);
    Diagnostic *d =
        diag_error(r->diagnostics, DIAG_MODEL_DUPLICATE, object->place,
                   "%s %s(%s) is declared twice", object->info->word, object->name, identity);
    if (first)
        diag_set_detail(d, "the first one is in %s:%d", first->place.file, first->place.line);
}

static void normalize_settings(ModelReader *r, Routine *routine)
{
    g_autoptr(GPtrArray) settings = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < routine->settings.count; i++)
        g_ptr_array_add(settings, setting_normal(routine->settings.names[i]));
    routine->settings = state_names(r->state, settings, false);
}

/* A transform of a type applies to arrays of it. */
static void normalize_transforms(ModelReader *r, Routine *routine, const YamlNode *node)
{
    g_autoptr(GPtrArray) types = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < routine->transforms.count; i++) {
        const char *type = model_bare_type(r, &routine->object, routine->transforms.names[i], node);
        if (type)
            g_ptr_array_add(types, g_strndup(type, strcspn(type, "[")));
    }
    routine->transforms = state_names(r->state, types, false);
}

static bool is_internal(const Routine *routine)
{
    return g_strcmp0(routine->language, "c") == 0 || g_strcmp0(routine->language, "internal") == 0;
}

/* What PostgreSQL would take anyway is empty. */
static void normalize(ModelReader *r, Routine *routine)
{
    if (g_strcmp0(routine->cost, is_internal(routine) ? "1" : "100") == 0)
        routine->cost = NULL;
    if (g_strcmp0(routine->rows, "1000") == 0)
        routine->rows = NULL;
    normalize_settings(r, routine);
}

static bool has_results(ItemList arguments)
{
    const Argument *argument = arguments.items;
    for (guint i = 0; i < arguments.count; i++)
        if (argument[i].mode && strcmp(argument[i].mode, "variadic") != 0)
            return true;
    return false;
}

static void check_routine(ModelReader *r, const Routine *routine, const YamlNode *node)
{
    const Object *object = &routine->object;
    if (!routine->body && !routine->sql_body)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "%s %s has no body", object->info->word,
                   object->name);
    else if (routine->body && routine->sql_body)
        yaml_error(node, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "a %s has a body or an sql_body, not both", object->info->word);
    if (object_kind(object) == KIND_FUNCTION && !routine->returns &&
        !has_results(routine->arguments))
        diag_set_hint(yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY,
                                 "function %s does not say what it returns", object->name),
                      "a function without a result is `returns: void`");
}

void model_read_routine(ModelReader *r, Object *object, const YamlNode *node)
{
    Routine *routine = (Routine *)object;
    const YamlNode *arguments = given(node, "arguments");
    const YamlNode *returns = object_kind(object) == KIND_FUNCTION ? given(node, "returns") : NULL;
    g_autoptr(GArray) list = g_array_new(FALSE, TRUE, sizeof(Argument));
    if (arguments && !read_arguments(r, object, arguments, list))
        return;
    if (returns && !read_returns(r, routine, returns, list))
        return;
    routine->arguments = to_items(r, list);
    normalize(r, routine);
    if (g_strcmp0(routine->returns, routine_result_type(routine->arguments)) == 0)
        routine->returns = NULL; /* they say it */
    if (routine->transforms.count)
        normalize_transforms(r, routine, yaml_get(node, "transforms"));
    identify(r, object, routine->arguments);
    check_routine(r, routine, node);
}

void model_read_aggregate(ModelReader *r, Object *object, const YamlNode *node)
{
    Aggregate *aggregate = (Aggregate *)object;
    const YamlNode *arguments = given(node, "arguments");
    g_autoptr(GArray) list = g_array_new(FALSE, TRUE, sizeof(Argument));
    if (arguments && !read_arguments(r, object, arguments, list))
        return;
    aggregate->arguments = to_items(r, list);
    identify(r, object, aggregate->arguments);
    if (!aggregate->state_function.name || !aggregate->state_type)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY,
                   "aggregate %s needs a state_function and a state_type", object->name);
}
