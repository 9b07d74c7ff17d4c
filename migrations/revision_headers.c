#define PCRE2_CODE_UNIT_WIDTH 8

#include "migrations/revision_headers.h"

#include <pcre2.h>
#include <string.h>

typedef struct HeaderReader {
    RevisionFile *file;
    Diagnostics *diagnostics;
    int line;
} HeaderReader;

/* Every header, once: its name and where its value goes. */
static const struct {
    const char *name;
    gsize offset;
    bool list;
} headers[] = {
    {"Revision", offsetof(RevisionFile, id), false},
    {"Revises", offsetof(RevisionFile, revises), true},
    {"Branch-Labels", offsetof(RevisionFile, branch_labels), true},
    {"Depends-On", offsetof(RevisionFile, depends_on), true},
    {"Replaces", offsetof(RevisionFile, replaces), true},
    {"Replaced-Checksum", offsetof(RevisionFile, replaced_checksum), false},
    {"Created", offsetof(RevisionFile, created), false},
    {"Generator", offsetof(RevisionFile, generator), false},
    {"Verified", offsetof(RevisionFile, verified), false},
};

static pcre2_code *compile(const char *pattern)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, 0, &error, &at, NULL);
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static bool matches(const pcre2_code *code, const char *text, gsize length, pcre2_match_data *match)
{
    return pcre2_match(code, (PCRE2_SPTR)text, length, 0, 0, match, NULL) > 0;
}

bool revision_name_is_valid(const char *name)
{
    static pcre2_code *code;
    static pcre2_match_data *match;
    if (!code) {
        code = compile("\\A[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\z");
        match = pcre2_match_data_create_from_pattern(code, NULL);
    }
    return matches(code, name, strlen(name), match);
}

static Place here(const HeaderReader *reader)
{
    return (Place){reader->file->path, reader->line, 0};
}

static bool check_name(const HeaderReader *reader, const char *header, const char *name)
{
    if (revision_name_is_valid(name))
        return true;
    diag_error(reader->diagnostics, DIAG_REVISION, here(reader), "%s: \"%s\" cannot be a name",
               header, name);
    return false;
}

static bool read_list(const HeaderReader *reader, const char *header, const char *value,
                      GPtrArray *list)
{
    g_auto(GStrv) names = g_strsplit(value, ",", -1);
    bool valid = true;
    for (char **name = names; *name; name++) {
        g_strstrip(*name);
        if (!**name)
            continue;
        valid = check_name(reader, header, *name) && valid;
        g_ptr_array_add(list, g_strdup(*name));
    }
    return valid;
}

static bool read_value(HeaderReader *reader, gsize header, char *value)
{
    void *member = (char *)reader->file + headers[header].offset;
    if (headers[header].list) {
        g_autofree char *owned = value;
        return read_list(reader, headers[header].name, owned, *(GPtrArray **)member);
    }
    char **text = member;
    if (*text) {
        diag_error(reader->diagnostics, DIAG_REVISION, here(reader), "%s stands here twice",
                   headers[header].name);
        g_free(value);
        return false;
    }
    *text = value;
    return header != 0 || check_name(reader, headers[header].name, value);
}

/* A line `-- Name: value`. Sets *ret_header to its row, or to the number of rows when the name
 * is none of gen's; false when the line has another shape. */
static bool split_header(const char *line, gsize length, gsize *ret_header, char **ret_value)
{
    static pcre2_code *code;
    static pcre2_match_data *match;
    if (!code) {
        code = compile("\\A--[ \\t]+([A-Z][A-Za-z-]*):[ \\t]*(.*?)[ \\t]*\\z");
        match = pcre2_match_data_create_from_pattern(code, NULL);
    }
    if (!matches(code, line, length, match))
        return false;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(match);
    gsize i = 0;
    while (i < G_N_ELEMENTS(headers) && (strlen(headers[i].name) != at[3] - at[2] ||
                                         memcmp(headers[i].name, line + at[2], at[3] - at[2]) != 0))
        i++;
    *ret_header = i;
    *ret_value = i < G_N_ELEMENTS(headers) ? g_strndup(line + at[4], at[5] - at[4]) : NULL;
    return true;
}

typedef enum HeadPart { PART_MESSAGE, PART_HEADERS, PART_CHANGES } HeadPart;

static void add_message(RevisionFile *file, const char *text, gsize length)
{
    g_autofree char *line = g_strstrip(g_strndup(text, length));
    char *joined = file->message ? g_strconcat(file->message, "\n", line, NULL) : g_strdup(line);
    g_free(file->message);
    file->message = joined;
}

static void add_change(RevisionFile *file, const char *text, gsize length)
{
    char *line = g_strstrip(g_strndup(text, length));
    if (*line && strcmp(line, "Changes") != 0)
        g_ptr_array_add(file->changes, line);
    else
        g_free(line);
}

/* One line of the block; `part` moves on at headers and at empty comment lines. */
static bool read_line(HeaderReader *reader, const char *line, gsize length, HeadPart *part)
{
    const char *text = line + 2;
    gsize text_length = length - 2;
    bool empty = strspn(text, " \t") >= text_length;
    gsize header;
    char *value;
    if (*part != PART_CHANGES && split_header(line, length, &header, &value)) {
        if (header < G_N_ELEMENTS(headers)) {
            *part = PART_HEADERS;
            return read_value(reader, header, value);
        }
        if (*part == PART_HEADERS) {
            diag_error(reader->diagnostics, DIAG_REVISION, here(reader), "unknown header: %.*s",
                       (int)text_length, text);
            return false;
        }
    }
    if (empty)
        *part = *part == PART_MESSAGE ? PART_HEADERS : PART_CHANGES;
    else if (*part == PART_MESSAGE)
        add_message(reader->file, text, text_length);
    else if (*part == PART_CHANGES)
        add_change(reader->file, text, text_length);
    return true;
}

bool revision_headers_parse(RevisionFile *file, const char *text, Diagnostics *diagnostics)
{
    HeaderReader reader = {file, diagnostics, 0};
    HeadPart part = PART_MESSAGE;
    bool valid = true;
    const char *line = text;
    while (line[0] == '-' && line[1] == '-' && !g_str_has_prefix(line, "-- gen:")) {
        reader.line++;
        gsize length = strcspn(line, "\n");
        gsize shown = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        valid = read_line(&reader, line, shown, &part) && valid;
        line += length + (line[length] == '\n');
    }
    if (valid && !file->id) {
        Place place = {file->path, 1, 0};
        diag_set_hint(diag_error(diagnostics, DIAG_REVISION, place,
                                 "not a revision file: no \"-- Revision:\" at its top"),
                      "a revision file begins with its message, an empty comment line and headers");
        valid = false;
    }
    return valid;
}
