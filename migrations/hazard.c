#include "migrations/hazard.h"

#include "migrations/parse_tree.h"

#include <string.h>

static const char *const words[] = {[HAZARD_DATA_LOSS] = "data_loss", NULL};

const char *hazard_word(HazardKind kind)
{
    return words[kind];
}

static void hazard_free(gpointer data)
{
    Hazard *hazard = data;
    g_free(hazard->path);
    g_free(hazard->text);
    g_free(hazard);
}

typedef struct HazardSearch {
    GPtrArray *found;
    GHashTable *created; /* names of tables that the section has created so far */
    const char *path;
    int line;
    bool announced; /* a DATA LOSS comment stands right before */
} HazardSearch;

static void add(HazardSearch *search, char *text)
{
    Hazard *hazard = g_new0(Hazard, 1);
    hazard->kind = HAZARD_DATA_LOSS;
    hazard->path = g_strdup(search->path);
    hazard->line = search->line;
    hazard->text = text;
    g_ptr_array_add(search->found, hazard);
}

/* Statements: each function looks at one kind of node. */

typedef void Inspect(HazardSearch *search, JsonObject *node);

static bool is_cascade(JsonObject *node)
{
    return strcmp(tree_string(node, "behavior"), "DROP_CASCADE") == 0;
}

static void inspect_create(HazardSearch *search, JsonObject *node)
{
    JsonObject *relation = tree_object(node, "relation");
    if (!relation && tree_object(node, "into"))
        relation = tree_object(tree_object(node, "into"), "rel");
    if (relation)
        g_hash_table_add(search->created, tree_relation_name(relation));
}

/* What DROP takes with it: `always`, or only with CASCADE. Views, functions and the like hold no
 * data; a schema or a type takes tables or columns with it when it cascades. */
static const struct {
    const char *type;
    const char *noun;
    bool always;
} drops[] = {
    {"OBJECT_TABLE", "table", true},          {"OBJECT_SCHEMA", "schema", false},
    {"OBJECT_TYPE", "type", false},           {"OBJECT_DOMAIN", "domain", false},
    {"OBJECT_EXTENSION", "extension", false}, {"OBJECT_FUNCTION", "function", false},
};

static char *dropped_name(JsonNode *element)
{
    JsonObject *type = tree_node(element, "TypeName");
    JsonObject *string = tree_node(element, "String");
    if (string)
        return g_strdup(tree_string(string, "sval"));
    JsonArray *names = type ? tree_array(type, "names") : NULL;
    if (names && json_array_get_length(names) > 0) {
        JsonNode *last = json_array_get_element(names, json_array_get_length(names) - 1);
        return g_strdup(tree_string(tree_node(last, "String"), "sval"));
    }
    return tree_list_name(element);
}

static void inspect_drop(HazardSearch *search, JsonObject *node)
{
    const char *type = tree_string(node, "removeType");
    JsonArray *objects = tree_array(node, "objects");
    for (gsize i = 0; objects && i < G_N_ELEMENTS(drops); i++) {
        if (strcmp(drops[i].type, type) != 0 || !(drops[i].always || is_cascade(node)))
            continue;
        for (guint j = 0; j < json_array_get_length(objects); j++) {
            g_autofree char *name = dropped_name(json_array_get_element(objects, j));
            if (!g_hash_table_contains(search->created, name))
                add(search, g_strdup_printf("%s %s is dropped%s", drops[i].noun, name,
                                            drops[i].always ? "" : " with all that depends on it"));
        }
    }
}

static void inspect_alter_table(HazardSearch *search, JsonObject *node)
{
    JsonObject *relation = tree_object(node, "relation");
    JsonArray *commands = tree_array(node, "cmds");
    g_autofree char *table = relation ? tree_relation_name(relation) : NULL;
    if (!table || g_hash_table_contains(search->created, table))
        return;
    for (guint i = 0; commands && i < json_array_get_length(commands); i++) {
        JsonObject *command = tree_node(json_array_get_element(commands, i), "AlterTableCmd");
        if (command && strcmp(tree_string(command, "subtype"), "AT_DropColumn") == 0)
            add(search,
                g_strdup_printf("column %s.%s is dropped", table, tree_string(command, "name")));
    }
}

static void inspect_truncate(HazardSearch *search, JsonObject *node)
{
    JsonArray *relations = tree_array(node, "relations");
    for (guint i = 0; relations && i < json_array_get_length(relations); i++) {
        JsonObject *relation = tree_node(json_array_get_element(relations, i), "RangeVar");
        g_autofree char *table = relation ? tree_relation_name(relation) : NULL;
        if (table && !g_hash_table_contains(search->created, table))
            add(search, g_strdup_printf("table %s is emptied", table));
    }
}

/* DELETE without WHERE is TRUNCATE by another name; with one, somebody has thought about it. */
static void inspect_delete(HazardSearch *search, JsonObject *node)
{
    JsonObject *relation = tree_object(node, "relation");
    g_autofree char *table = relation ? tree_relation_name(relation) : NULL;
    if (table && !json_object_has_member(node, "whereClause") &&
        !g_hash_table_contains(search->created, table))
        add(search, g_strdup_printf("all rows of table %s are deleted", table));
}

static void inspect_drop_owned(HazardSearch *search, JsonObject *node)
{
    (void)node;
    add(search, g_strdup("everything that a role owns is dropped"));
}

static void inspect_drop_database(HazardSearch *search, JsonObject *node)
{
    add(search, g_strdup_printf("database %s is dropped", tree_string(node, "dbname")));
}

static const struct {
    const char *name;
    Inspect *inspect;
} inspections[] = {
    {"CreateStmt", inspect_create},
    {"CreateTableAsStmt", inspect_create},
    {"DropStmt", inspect_drop},
    {"AlterTableStmt", inspect_alter_table},
    {"TruncateStmt", inspect_truncate},
    {"DeleteStmt", inspect_delete},
    {"DropOwnedStmt", inspect_drop_owned},
    {"DropdbStmt", inspect_drop_database},
};

/* A cheap look first: most statements of most files need no parse tree. */
static bool is_of_interest(const char *sql)
{
    static GRegex *regex;
    if (!regex)
        regex = g_regex_new("\\b(DROP|TRUNCATE|DELETE)\\b|^CREATE\\s[\\s\\w]*\\bTABLE\\b",
                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    return g_regex_match(regex, sql, 0, NULL);
}

static void inspect_statement(HazardSearch *search, const char *sql)
{
    g_autoptr(ParseTree) tree = is_of_interest(sql) ? parse_tree_new(sql) : NULL;
    for (gsize i = 0; tree && i < G_N_ELEMENTS(inspections); i++)
        if (strcmp(inspections[i].name, tree->name) == 0)
            inspections[i].inspect(search, tree->node);
}

static void inspect_step(HazardSearch *search, const Step *step)
{
    const char *mark = "DATA LOSS:";
    for (guint i = 0; i < step->items->len; i++) {
        const StepItem *item = g_ptr_array_index(step->items, i);
        if (item->line > 0)
            search->line = item->line;
        if (item->kind == STEP_COMMENT && g_str_has_prefix(item->text, mark)) {
            add(search, g_strstrip(g_strdup(item->text + strlen(mark))));
            search->announced = true;
        } else if (item->kind == STEP_STATEMENT) {
            /* The comment has said it, in better words. */
            guint before = search->found->len;
            inspect_statement(search, item->text);
            if (search->announced)
                g_ptr_array_set_size(search->found, (gint)before);
            search->announced = false;
        }
    }
}

GPtrArray *hazards_of(const Section *section, const char *path)
{
    HazardSearch search = {.path = path};
    search.found = g_ptr_array_new_with_free_func(hazard_free);
    search.created = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < section->steps->len; i++)
        inspect_step(&search, g_ptr_array_index(section->steps, i));
    g_hash_table_unref(search.created);
    return search.found;
}

bool hazards_parse_allowed(const char *text, guint *ret, Diagnostics *diagnostics)
{
    guint allowed = 0;
    g_auto(GStrv) names = g_strsplit(text ? text : "", ",", -1);
    for (char **name = names; *name; name++) {
        g_strstrip(*name);
        guint kind = 0;
        while (kind < HAZARD_COUNT && strcmp(words[kind], *name) != 0)
            kind++;
        if (strcmp(*name, "all") == 0) {
            allowed = (1U << HAZARD_COUNT) - 1;
        } else if (kind < HAZARD_COUNT) {
            allowed |= 1U << kind;
        } else if (**name) {
            diag_set_hint(diag_error(diagnostics, DIAG_USAGE, PLACE_NONE,
                                     "--allow: there is no hazard %s", *name),
                          "data_loss, or all");
            return false;
        }
    }
    *ret = allowed;
    return true;
}

bool hazards_check(const GPtrArray *hazards, guint allowed, Diagnostics *diagnostics)
{
    bool good = true;
    for (guint i = 0; i < hazards->len; i++) {
        const Hazard *hazard = g_ptr_array_index(hazards, i);
        if (allowed & (1U << hazard->kind))
            continue;
        Place place = {hazard->path, hazard->line, 0};
        diag_set_hint(diag_error(diagnostics, DIAG_HAZARD, place, "%s", hazard->text),
                      "--allow %s lets it happen; --backup takes a copy first",
                      words[hazard->kind]);
        good = false;
    }
    return good;
}
