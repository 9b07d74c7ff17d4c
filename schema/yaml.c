#include "schema/yaml_tree.h"

#include "schema/suggest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_LIMIT        ((gsize)16 * 1024 * 1024)
#define SOURCE_LINE_LIMIT 400 /* bytes of a line that are shown */
#define SMALL_MAPPING     8   /* entries up to which a plain search is faster than an index */

/* ---- errors ---- */

/* Those of YAML 1.1: CR, LF, CR LF, NEL, LS, PS. */
gsize yaml_line_break(const char *at, const char *end)
{
    const guchar *c = (const guchar *)at;
    gsize left = (gsize)(end - at);
    if (left > 1 && c[0] == '\r' && c[1] == '\n')
        return 2;
    if (left > 0 && (c[0] == '\r' || c[0] == '\n'))
        return 1;
    if (left > 1 && c[0] == 0xC2 && c[1] == 0x85)
        return 2;
    if (left > 2 && c[0] == 0xE2 && c[1] == 0x80 && (c[2] == 0xA8 || c[2] == 0xA9))
        return 3;
    return 0;
}

static void set_source(Diagnostic *diagnostic, const YamlFile *file, int line, int column)
{
    const char *at = file->text + file->first;
    const char *end = file->text + file->length;
    for (int i = 1; i < line && at < end;) {
        gsize skip = yaml_line_break(at, end);
        at += skip ? skip : 1;
        i += skip > 0;
    }
    const char *stop = at;
    while (stop < end && yaml_line_break(stop, end) == 0)
        stop++;
    gsize length = (gsize)(stop - at);
    if (length > SOURCE_LINE_LIMIT) {
        if (column > SOURCE_LINE_LIMIT / 4)
            return;
        for (length = SOURCE_LINE_LIMIT; length > 0 && (at[length] & 0xC0) == 0x80;)
            length--;
    }
    if (g_utf8_validate(at, (gssize)length, NULL))
        diag_set_source(diagnostic, at, length);
}

static Diagnostic *error_at(const YamlFile *file, Diagnostics *diagnostics, DiagCode code, int line,
                            int column, const char *text)
{
    Place place = {file->name, line, column};
    Diagnostic *diagnostic = diag_error(diagnostics, code, place, "%s", text);
    set_source(diagnostic, file, line, column);
    return diagnostic;
}

Diagnostic *yaml_error_at(const YamlFile *file, Diagnostics *diagnostics, DiagCode code, int line,
                          int column, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return error_at(file, diagnostics, code, line, column, text);
}

Diagnostic *yaml_error(const YamlNode *node, Diagnostics *diagnostics, DiagCode code,
                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return error_at(node->file, diagnostics, code, node->line, node->column, text);
}

/* ---- files ---- */

static YamlFile *file_new(const char *name)
{
    YamlFile *file = g_new0(YamlFile, 1);
    file->name = g_intern_string(name);
    file->arena = arena_new();
    file->roots = g_ptr_array_new();
    return file;
}

void yaml_file_free(YamlFile *file)
{
    if (!file)
        return;
    g_ptr_array_unref(file->roots);
    arena_free(file->arena);
    g_free(file->text);
    g_free(file);
}

static void error_limit(const char *name, Diagnostics *diagnostics)
{
    Diagnostic *d = diag_error(diagnostics, DIAG_MODEL_LIMIT, (Place){name, 0, 0},
                               "the file is larger than 16 MB");
    diag_set_hint(d, "split it into several files");
}

/* What stands in the way of reading text as YAML at all. */
static bool check_text(const YamlFile *file, Diagnostics *diagnostics)
{
    const char *bad = memchr(file->text, 0, file->length);
    if (bad) {
        Diagnostic *d = diag_error(diagnostics, DIAG_MODEL_SYNTAX, (Place){file->name, 0, 0},
                                   "this is not a text file");
        diag_set_detail(d, "byte %" G_GSIZE_FORMAT " is NUL", (gsize)(bad - file->text));
        diag_set_hint(d, "model files are YAML in UTF-8");
        return false;
    }
    if (g_utf8_validate(file->text, (gssize)file->length, &bad))
        return true;
    int line = 1;
    const char *start = file->text;
    for (const char *at = start; at < bad;) {
        gsize skip = yaml_line_break(at, bad);
        at += skip ? skip : 1;
        if (skip) {
            line++;
            start = at;
        }
    }
    int column = (int)g_utf8_strlen(start, bad - start) + 1;
    Diagnostic *d = diag_error(diagnostics, DIAG_MODEL_SYNTAX, (Place){file->name, line, column},
                               "byte 0x%02X is not valid UTF-8", (guint)(guchar)*bad);
    diag_set_hint(d, "save the file as UTF-8");
    return false;
}

/* Takes `text` over. */
static YamlFile *parsed(const char *name, char *text, gsize length, Diagnostics *diagnostics)
{
    g_autoptr(YamlFile) file = file_new(name);
    file->text = text;
    file->length = length;
    if (!check_text(file, diagnostics) || !yaml_parse(file, diagnostics))
        return NULL;
    return g_steal_pointer(&file);
}

YamlFile *yaml_file_parse(const char *name, const char *text, gsize length,
                          Diagnostics *diagnostics)
{
    if (length > FILE_LIMIT) {
        error_limit(name, diagnostics);
        return NULL;
    }
    char *copy = g_malloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return parsed(name, copy, length, diagnostics);
}

/* Up to the limit and one byte more, so that a file that grows is caught too. */
static char *read_descriptor(int descriptor, gsize expected, gsize *ret_length)
{
    gsize capacity = expected + 1;
    gsize length = 0;
    char *text = g_malloc(capacity + 1);
    for (;;) {
        gssize got = read(descriptor, text + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            g_free(text);
            return NULL;
        }
        if (got == 0)
            break;
        length += (gsize)got;
        if (length > FILE_LIMIT)
            break;
        if (length == capacity) {
            capacity *= 2;
            text = g_realloc(text, capacity + 1);
        }
    }
    text[length] = '\0';
    *ret_length = length;
    return text;
}

static char *read_file(const char *path, gsize *ret_length, Diagnostics *diagnostics)
{
    /* Non-blocking: opening a pipe must not wait for somebody to write to it. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    char *text = NULL;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "cannot read the file: %s",
                   g_strerror(errno));
    } else if (!S_ISREG(status.st_mode)) {
        diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "this is not a regular file");
    } else if ((guint64)status.st_size > FILE_LIMIT) {
        error_limit(path, diagnostics);
    } else {
        text = read_descriptor(descriptor, (gsize)status.st_size, ret_length);
        if (!text)
            diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "cannot read the file: %s",
                       g_strerror(errno));
    }
    if (descriptor >= 0)
        close(descriptor);
    return text;
}

YamlFile *yaml_file_read(const char *path, Diagnostics *diagnostics)
{
    gsize length = 0;
    char *text = read_file(path, &length, diagnostics);
    if (!text)
        return NULL;
    if (length > FILE_LIMIT) {
        g_free(text);
        error_limit(path, diagnostics);
        return NULL;
    }
    return parsed(path, text, length, diagnostics);
}

guint yaml_file_documents(const YamlFile *file)
{
    return file->roots->len;
}

const YamlNode *yaml_file_root(const YamlFile *file, guint document)
{
    return g_ptr_array_index(file->roots, document);
}

/* ---- scalars ---- */

YamlKind yaml_kind(const YamlNode *node)
{
    return node->kind;
}

Place yaml_place(const YamlNode *node)
{
    return (Place){node->file->name, node->line, node->column};
}

static bool is_word(const YamlNode *node, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(node->text, *words) == 0)
            return true;
    return false;
}

/* https://yaml.org/type/null.html */
bool yaml_is_null(const YamlNode *node)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    return yaml_is_plain(node) && strchr("~nN", *node->text) && is_word(node, nulls);
}

bool yaml_is_plain(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && node->plain;
}

const char *yaml_text(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && !yaml_is_null(node) ? node->text : NULL;
}

/* https://yaml.org/type/bool.html, without y and n: those are too often names. */
bool yaml_get_bool(const YamlNode *node, bool *ret)
{
    static const char *const yes[] = {"true", "True", "TRUE", "yes", "Yes",
                                      "YES",  "on",   "On",   "ON",  NULL};
    static const char *const no[] = {"false", "False", "FALSE", "no",  "No",
                                     "NO",    "off",   "Off",   "OFF", NULL};
    if (!yaml_is_plain(node))
        return false;
    bool is_yes = is_word(node, yes);
    if (!is_yes && !is_word(node, no))
        return false;
    *ret = is_yes;
    return true;
}

bool yaml_get_int(const YamlNode *node, gint64 *ret)
{
    if (!yaml_is_plain(node))
        return false;
    g_autofree char *digits = g_strdup(node->text);
    char *to = digits;
    for (const char *from = node->text; *from; from++)
        if (*from != '_' || from == node->text) /* 1_000 is an integer in YAML 1.1 */
            *to++ = *from;
    *to = '\0';
    const char *start = *digits == '+' ? digits + 1 : digits;
    return g_ascii_string_to_signed(start, 10, G_MININT64, G_MAXINT64, ret, NULL);
}

/* ---- collections ---- */

guint yaml_count(const YamlNode *node)
{
    return node->kind == YAML_SCALAR ? 0 : node->count;
}

const YamlNode *yaml_item(const YamlNode *sequence, guint index)
{
    return sequence->items[index];
}

const YamlNode *yaml_key(const YamlNode *mapping, guint index)
{
    return mapping->items[2 * index];
}

const YamlNode *yaml_value(const YamlNode *mapping, guint index)
{
    return mapping->items[2 * index + 1];
}

/* FNV-1a from a random start, so that nobody can prepare keys that collide. */
static guint key_hash(const char *key)
{
    static gsize seed;
    if (g_once_init_enter(&seed))
        g_once_init_leave(&seed, (gsize)g_random_int() | 1);
    guint64 hash = 0xcbf29ce484222325U ^ seed;
    for (; *key; key++)
        hash = (hash ^ (guchar)*key) * 0x100000001b3U;
    return (guint)(hash ^ (hash >> 32));
}

/* The slot that holds the key, or the free one where it belongs. */
static guint key_slot(const YamlNode *mapping, const guint *index, const char *key)
{
    guint slot = key_hash(key) & mapping->index_mask;
    while (index[slot] && strcmp(mapping->items[2 * (index[slot] - 1)]->text, key) != 0)
        slot = (slot + 1) & mapping->index_mask;
    return slot;
}

void yaml_index(struct Arena *arena, YamlNode *mapping)
{
    if (mapping->count <= SMALL_MAPPING)
        return;
    guint size = 1;
    while (size < mapping->count * 2)
        size *= 2;
    guint *index = arena_alloc(arena, size * sizeof *index);
    mapping->index_mask = size - 1;
    for (guint i = 0; i < mapping->count; i++) {
        guint slot = key_slot(mapping, index, mapping->items[2 * i]->text);
        if (!index[slot])
            index[slot] = i + 1;
    }
    mapping->index = index;
}

int yaml_find(const YamlNode *mapping, const char *key)
{
    if (!mapping->index) {
        for (guint i = 0; i < mapping->count; i++) {
            const char *text = mapping->items[2 * i]->text;
            if (*text == *key && strcmp(text, key) == 0) /* the first look is what takes time */
                return (int)i;
        }
        return -1;
    }
    return (int)mapping->index[key_slot(mapping, mapping->index, key)] - 1;
}

const YamlNode *yaml_get(const YamlNode *mapping, const char *key)
{
    int entry = mapping->kind == YAML_MAPPING ? yaml_find(mapping, key) : -1;
    return entry < 0 ? NULL : yaml_value(mapping, (guint)entry);
}

bool yaml_check_keys(const YamlNode *mapping, const char *const *known, Diagnostics *diagnostics)
{
    bool good = true;
    for (guint i = 0; i < yaml_count(mapping); i++) {
        const YamlNode *key = yaml_key(mapping, i);
        if (is_word(key, known))
            continue;
        good = false;
        Diagnostic *d =
            yaml_error(key, diagnostics, DIAG_MODEL_UNKNOWN_KEY, "unknown key \"%s\"", key->text);
        const char *close = suggest_from(key->text, known);
        if (close)
            diag_set_hint(d, "did you mean \"%s\"?", close);
    }
    return good;
}
