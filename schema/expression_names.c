#include "schema/expression_names.h"

#include "schema/sqltext.h"
#include "schema/state.h"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>
#include <string.h>

/* ---- tokens ---- */

static bool token_is(const SqlToken *token, const char *text)
{
    return token->kind == SQL_OTHER && token->length == strlen(text) &&
           memcmp(token->start, text, token->length) == 0;
}

/* ---- the parse tree of an expression ---- */

typedef struct Parsed {
    PgQueryProtobufParseResult raw;
    PgQuery__ParseResult *tree;
    PgQuery__Node *expression; /* NULL: cannot be parsed */
} Parsed;

static Parsed parse(const char *sql)
{
    g_autofree char *query = g_strconcat("SELECT ", sql, NULL);
    Parsed parsed = {.raw = pg_query_parse_protobuf(query)};
    if (parsed.raw.error)
        return parsed;
    parsed.tree = pg_query__parse_result__unpack(NULL, parsed.raw.parse_tree.len,
                                                 (const uint8_t *)parsed.raw.parse_tree.data);
    if (!parsed.tree || parsed.tree->n_stmts != 1)
        return parsed;
    const PgQuery__Node *statement = parsed.tree->stmts[0]->stmt;
    if (statement->node_case != PG_QUERY__NODE__NODE_SELECT_STMT)
        return parsed;
    const PgQuery__SelectStmt *select = statement->select_stmt;
    if (select->n_target_list == 1 &&
        select->target_list[0]->node_case == PG_QUERY__NODE__NODE_RES_TARGET)
        parsed.expression = select->target_list[0]->res_target->val;
    return parsed;
}

static void parsed_clear(Parsed *parsed)
{
    if (parsed->tree)
        pg_query__parse_result__free_unpacked(parsed->tree, NULL);
    pg_query_free_protobuf_parse_result(parsed->raw);
}

/* ---- FigureIndexColname ---- */

/* How sure a name is, as in PostgreSQL: 0 none, 1 a weak one (a type's), 2 a name. */
static int figure(const PgQuery__Node *node, const char **ret);

static const char *last_string(size_t count, PgQuery__Node *const *nodes)
{
    const char *last = NULL;
    for (size_t i = 0; i < count; i++)
        if (nodes[i]->node_case == PG_QUERY__NODE__NODE_STRING)
            last = nodes[i]->string->sval;
    return last;
}

static int named(const char *name, const char **ret)
{
    *ret = name;
    return 2;
}

static int figure_cast(const PgQuery__TypeCast *cast, const char **ret)
{
    int strength = figure(cast->arg, ret);
    if (strength > 1 || !cast->type_name)
        return strength;
    *ret = last_string(cast->type_name->n_names, cast->type_name->names);
    return 1;
}

static int figure_case(const PgQuery__CaseExpr *expression, const char **ret)
{
    int strength = figure(expression->defresult, ret);
    if (strength > 1)
        return strength;
    *ret = "case";
    return 1;
}

static int figure_indirection(const PgQuery__AIndirection *indirection, const char **ret)
{
    const char *field = last_string(indirection->n_indirection, indirection->indirection);
    return field ? named(field, ret) : figure(indirection->arg, ret);
}

static int figure_xml(const PgQuery__XmlExpr *expression, const char **ret)
{
    static const char *const names[] = {
        [PG_QUERY__XML_EXPR_OP__IS_XMLCONCAT] = "xmlconcat",
        [PG_QUERY__XML_EXPR_OP__IS_XMLELEMENT] = "xmlelement",
        [PG_QUERY__XML_EXPR_OP__IS_XMLFOREST] = "xmlforest",
        [PG_QUERY__XML_EXPR_OP__IS_XMLPARSE] = "xmlparse",
        [PG_QUERY__XML_EXPR_OP__IS_XMLPI] = "xmlpi",
        [PG_QUERY__XML_EXPR_OP__IS_XMLROOT] = "xmlroot",
        [PG_QUERY__XML_EXPR_OP__IS_XMLSERIALIZE] = "xmlserialize",
    };
    if ((size_t)expression->op >= G_N_ELEMENTS(names) || !names[expression->op])
        return 0;
    return named(names[expression->op], ret);
}

static int figure(const PgQuery__Node *node, const char **ret)
{
    const char *name = NULL;
    if (!node)
        return 0;
    switch (node->node_case) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
        name = last_string(node->column_ref->n_fields, node->column_ref->fields);
        return name ? named(name, ret) : 0;
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
        return figure_indirection(node->a_indirection, ret);
    case PG_QUERY__NODE__NODE_FUNC_CALL:
        return named(last_string(node->func_call->n_funcname, node->func_call->funcname), ret);
    case PG_QUERY__NODE__NODE_A_EXPR:
        return node->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF ? named("nullif", ret)
                                                                           : 0;
    case PG_QUERY__NODE__NODE_TYPE_CAST:
        return figure_cast(node->type_cast, ret);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
        return figure(node->collate_clause->arg, ret);
    case PG_QUERY__NODE__NODE_CASE_EXPR:
        return figure_case(node->case_expr, ret);
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
        return named("array", ret);
    case PG_QUERY__NODE__NODE_ROW_EXPR:
        return named("row", ret);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
        return named("coalesce", ret);
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
        return named(
            node->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_LEAST ? "least" : "greatest", ret);
    case PG_QUERY__NODE__NODE_XML_EXPR:
        return figure_xml(node->xml_expr, ret);
    case PG_QUERY__NODE__NODE_XML_SERIALIZE:
        return named("xmlserialize", ret);
    default:
        return 0;
    }
}

/* "lower(email)" without a parser: a function's name, and a parenthesis that closes at the end. */
static char *plain_call(const char *sql)
{
    g_autoptr(GArray) tokens = sql_tokens(sql);
    if (!tokens || tokens->len < 3)
        return NULL;
    const SqlToken *name = &g_array_index(tokens, SqlToken, 0);
    if (name->kind != SQL_IDENTIFIER || !token_is(name + 1, "("))
        return NULL;
    int depth = 0;
    for (guint i = 1; i < tokens->len; i++) {
        depth += token_is(name + i, "(") - token_is(name + i, ")");
        if (depth == 0 && i + 1 < tokens->len)
            return NULL;
    }
    return depth == 0 ? g_strdup(name->name) : NULL;
}

char *expression_column_name(const char *sql)
{
    char *call = plain_call(sql);
    if (call)
        return call;
    Parsed parsed = parse(sql);
    const char *name = NULL;
    figure(parsed.expression, &name);
    char *result = g_strdup(name ? name : "expr");
    parsed_clear(&parsed);
    return result;
}

/* ---- columns of an expression ---- */

typedef struct ColumnSearch {
    const Object *table;
    const char *found; /* the first */
    bool several;
    bool whole_row;
} ColumnSearch;

static const char *column_called(const Object *table, const char *name)
{
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        if (strcmp(c->name, name) == 0)
            return c->name;
    return NULL;
}

static void see_column(ColumnSearch *search, const PgQuery__ColumnRef *reference)
{
    const char *name = last_string(reference->n_fields, reference->fields);
    const char *column = name ? column_called(search->table, name) : NULL;
    if (!column)
        search->whole_row = true;
    else if (search->found && search->found != column)
        search->several = true;
    else
        search->found = column;
}

static void walk(ColumnSearch *search, const ProtobufCMessage *message);

static void walk_field(ColumnSearch *search, const ProtobufCMessage *message,
                       const ProtobufCFieldDescriptor *field)
{
    const char *base = (const char *)message;
    if (field->type != PROTOBUF_C_TYPE_MESSAGE)
        return;
    if (field->label == PROTOBUF_C_LABEL_REPEATED) {
        size_t count = *(const size_t *)(const void *)(base + field->quantifier_offset);
        ProtobufCMessage *const *items =
            *(ProtobufCMessage *const *const *)(const void *)(base + field->offset);
        for (size_t i = 0; i < count; i++)
            walk(search, items[i]);
        return;
    }
    if ((field->flags & PROTOBUF_C_FIELD_FLAG_ONEOF) &&
        *(const guint32 *)(const void *)(base + field->quantifier_offset) != field->id)
        return;
    const ProtobufCMessage *item =
        *(const ProtobufCMessage *const *)(const void *)(base + field->offset);
    if (item)
        walk(search, item);
}

static void walk(ColumnSearch *search, const ProtobufCMessage *message)
{
    if (message->descriptor == &pg_query__column_ref__descriptor) {
        see_column(search, (const PgQuery__ColumnRef *)(const void *)message);
        return;
    }
    for (unsigned i = 0; i < message->descriptor->n_fields; i++)
        walk_field(search, message, &message->descriptor->fields[i]);
}

/* What a look at the tokens tells of a word. */
typedef enum WordUse { WORD_COLUMN, WORD_OTHER, WORD_UNSURE } WordUse;

static bool is_one_of(const SqlToken *token, const char *const *words)
{
    return token->kind == SQL_KEYWORD && g_strv_contains(words, token->name);
}

/* Keywords that have no syntax of their own between operands. */
static const char *const plain_keywords[] = {"and",     "or",    "not",  "is",  "null",
                                             "true",    "false", "like", "any", "array",
                                             "between", "in",    NULL};

/* A word between parentheses, commas, operators and plain keywords is a column; one before a
 * parenthesis a function, one after :: a type. */
static WordUse word_use(const GArray *tokens, guint index)
{
    const SqlToken *before = index ? &g_array_index(tokens, SqlToken, index - 1) : NULL;
    const SqlToken *after =
        index + 1 < tokens->len ? &g_array_index(tokens, SqlToken, index + 1) : NULL;
    bool opens = !before || before->kind == SQL_OTHER || is_one_of(before, plain_keywords);
    bool closes = !after || after->kind == SQL_OTHER || is_one_of(after, plain_keywords);
    if (!opens || !closes || (before && (token_is(before, ".") || token_is(before, ")"))))
        return WORD_UNSURE;
    if (before && token_is(before, "::"))
        return WORD_OTHER;
    if (!after || !(token_is(after, ".") || token_is(after, "=>") || token_is(after, ":=")))
        return after && token_is(after, "(") ? WORD_OTHER : WORD_COLUMN;
    return WORD_UNSURE;
}

/* Most checks are plain comparisons, whose tokens tell all there is to know. False when the text
 * needs a parser. */
static bool scan_simple(ColumnSearch *search, const char *sql)
{
    g_autoptr(GArray) tokens = sql_tokens(sql);
    for (guint i = 0; tokens && i < tokens->len; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        if (!token->name || token->kind == SQL_STRING || is_one_of(token, plain_keywords))
            continue;
        WordUse use = word_use(tokens, i);
        const char *column = use == WORD_COLUMN ? column_called(search->table, token->name) : NULL;
        if (use != WORD_OTHER && !column)
            return false;
        if (column && search->found && search->found != column)
            search->several = true;
        else if (column)
            search->found = column;
    }
    return tokens != NULL;
}

const char *expression_single_column(const char *sql, const Object *table)
{
    ColumnSearch search = {.table = table};
    if (!scan_simple(&search, sql)) {
        search = (ColumnSearch){.table = table};
        Parsed parsed = parse(sql);
        if (parsed.expression)
            walk(&search, &parsed.expression->base);
        parsed_clear(&parsed);
    }
    return search.several || search.whole_row ? NULL : search.found;
}
