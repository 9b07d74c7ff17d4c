#include "migrations/revision_parse.h"

#include "migrations/revision_headers.h"
#include "migrations/statements.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct BodyReader {
    RevisionFile *file;
    const char *text;
    Section *section; /* NULL before the first marker */
    Step *step;       /* NULL after a marker, until something stands in the step */
    int line;         /* of `counted` */
    gsize counted;
    bool valid;
    Diagnostics *diagnostics;
} BodyReader;

static int reader_line(BodyReader *reader, gsize offset)
{
    for (; reader->counted < offset; reader->counted++)
        reader->line += reader->text[reader->counted] == '\n';
    return reader->line;
}

static Diagnostic *complain(BodyReader *reader, gsize offset, const char *text)
{
    reader->valid = false;
    const char *line = reader->text + offset;
    while (line > reader->text && line[-1] != '\n')
        line--;
    Place place = {reader->file->path, reader_line(reader, offset), 0};
    Diagnostic *d = diag_error(reader->diagnostics, DIAG_REVISION, place, "%s", text);
    return diag_set_source(d, line, strcspn(line, "\n"));
}

static Step *reader_step(BodyReader *reader)
{
    if (!reader->step)
        reader->step = section_add_step(reader->section, false);
    return reader->step;
}

/* Marks: lines that begin with `-- gen:` */

static void mark_section(BodyReader *reader, gsize offset, Section *section)
{
    if (section->present)
        complain(reader, offset, "this section stands here twice");
    section->present = true;
    section->line = reader_line(reader, offset);
    reader->section = section;
    reader->step = NULL;
}

static void mark_upgrade(BodyReader *reader, gsize offset, char **words)
{
    (void)words;
    mark_section(reader, offset, &reader->file->upgrade);
}

static void mark_downgrade(BodyReader *reader, gsize offset, char **words)
{
    (void)words;
    mark_section(reader, offset, &reader->file->downgrade);
}

static void mark_step(BodyReader *reader, gsize offset, char **words)
{
    bool autocommit = g_strcmp0(words[0], "autocommit") == 0;
    if (!reader->section)
        complain(reader, offset, "a step outside of the upgrade and the downgrade");
    else if (words[0] && (!autocommit || words[1]))
        complain(reader, offset, "a step is \"-- gen: step\" or \"-- gen: step autocommit\"");
    else if (reader->step && step_statements(reader->step) == 0)
        reader->step->autocommit = autocommit; /* only comments so far: they belong to this step */
    else
        reader->step = section_add_step(reader->section, autocommit);
}

/* Durations as PostgreSQL takes them: a number and us, ms, s, min, h or d; 0 for none. */
static bool is_duration(const char *text)
{
    return g_regex_match_simple("^[0-9]+(us|ms|s|min|h|d)?$", text, 0, 0);
}

static bool set_timeout(Step *step, const char *word)
{
    bool lock = g_str_has_prefix(word, "lock=");
    if (!lock && !g_str_has_prefix(word, "statement="))
        return false;
    const char *value = strchr(word, '=') + 1;
    char **member = lock ? &step->lock_timeout : &step->statement_timeout;
    g_free(*member);
    *member = g_strdup(value);
    return is_duration(value);
}

static void mark_timeout(BodyReader *reader, gsize offset, char **words)
{
    if (!reader->section) {
        complain(reader, offset, "a timeout outside of the upgrade and the downgrade");
        return;
    }
    bool valid = words[0] != NULL;
    for (char **word = words; *word; word++)
        valid = set_timeout(reader_step(reader), *word) && valid;
    if (!valid)
        diag_set_hint(complain(reader, offset, "a timeout that cannot be read"),
                      "for example: -- gen: timeout lock=5s statement=1h");
}

static const struct {
    const char *word;
    void (*mark)(BodyReader *reader, gsize offset, char **words);
} marks[] = {
    {"upgrade", mark_upgrade},
    {"downgrade", mark_downgrade},
    {"step", mark_step},
    {"timeout", mark_timeout},
};

static void read_mark(BodyReader *reader, gsize offset, const char *text)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_auto(GStrv) split = g_strsplit_set(text, " \t", -1);
    for (char **word = split; *word; word++)
        if (**word)
            g_strv_builder_add(builder, *word);
    g_auto(GStrv) words = g_strv_builder_end(builder);
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (g_strcmp0(words[0], marks[i].word) == 0) {
            marks[i].mark(reader, offset, words + 1);
            return;
        }
    }
    diag_set_hint(complain(reader, offset, "an unknown mark"),
                  "gen knows upgrade, downgrade, step, step autocommit and timeout");
}

/* Comments and statements */

static bool begins_line(const char *text, gsize offset)
{
    return offset == 0 || text[offset - 1] == '\n';
}

static void add_comment(BodyReader *reader, gsize offset, const char *text)
{
    Step *step = reader_step(reader);
    guint before = step->items->len;
    step_add_comment(step, text);
    for (guint i = before; i < step->items->len; i++)
        ((StepItem *)g_ptr_array_index(step->items, i))->line = reader_line(reader, offset);
}

static void read_line_comment(BodyReader *reader, gsize offset, gsize length)
{
    g_autofree char *comment = g_strchomp(g_strndup(reader->text + offset + 2, length - 2));
    if (begins_line(reader->text, offset) && g_str_has_prefix(comment, " gen:"))
        read_mark(reader, offset, comment + strlen(" gen:"));
    else if (reader->section)
        add_comment(reader, offset, comment + (*comment == ' '));
}

static void read_block_comment(BodyReader *reader, gsize offset, gsize length)
{
    if (!reader->section || length < 4)
        return;
    g_autofree char *comment = g_strndup(reader->text + offset + 2, length - 4);
    add_comment(reader, offset, g_strstrip(comment));
}

/* What stands between two statements. */
static void read_gap(BodyReader *reader, gsize from, gsize to)
{
    const char *text = reader->text;
    while (from < to) {
        gsize length = 1;
        if (text[from] == '-' && text[from + 1] == '-') {
            length = strcspn(text + from, "\n");
            read_line_comment(reader, from, length);
        } else if (text[from] == '/' && text[from + 1] == '*') {
            length = block_comment_length(text + from);
            read_block_comment(reader, from, length);
        }
        from += length;
    }
}

static void read_statement(BodyReader *reader, const StatementSpan *span)
{
    g_autofree char *sql = g_strndup(reader->text + span->start, span->end - span->start);
    if (!reader->section) {
        complain(reader, span->start, "SQL before \"-- gen: upgrade\"");
        return;
    }
    const char *refusal = statement_refusal(sql);
    if (refusal) {
        complain(reader, span->start, refusal);
        return;
    }
    Step *step = reader_step(reader);
    step_add_statement(step, sql);
    StepItem *item = g_ptr_array_index(step->items, step->items->len - 1);
    item->line = reader_line(reader, span->start);
}

static bool read_body(BodyReader *reader)
{
    g_autoptr(GArray) spans =
        statement_spans(reader->text, reader->file->path, reader->diagnostics);
    if (!spans)
        return false;
    gsize from = 0;
    for (guint i = 0; i < spans->len; i++) {
        const StatementSpan *span = &g_array_index(spans, StatementSpan, i);
        read_gap(reader, from, span->start);
        read_statement(reader, span);
        from = span->end;
    }
    read_gap(reader, from, strlen(reader->text));
    return reader->valid;
}

/* Files */

static RevisionFile *new_file(const char *path)
{
    RevisionFile *file = revision_file_new();
    file->path = g_strdup(path);
    file->upgrade.present = file->downgrade.present = false;
    return file;
}

/* Line ends of other systems are taken as line ends, so that a checkout that rewrites them
 * does not change what a statement is. */
static char *unify_line_ends(const char *text)
{
    if (g_str_has_prefix(text, "\xEF\xBB\xBF"))
        text += 3;
    GString *out = g_string_sized_new(strlen(text));
    for (const char *p = text; *p; p++)
        if (p[0] != '\r' || p[1] != '\n')
            g_string_append_c(out, *p);
    return g_string_free(out, FALSE);
}

RevisionFile *revision_parse(const char *path, const char *text, Diagnostics *diagnostics)
{
    const char *bad;
    if (!g_utf8_validate(text, -1, &bad)) {
        Place place = {path, line_at(text, (gsize)(bad - text)), 0};
        diag_error(diagnostics, DIAG_REVISION, place, "not UTF-8 text");
        return NULL;
    }
    g_autofree char *unified = unify_line_ends(text);
    g_autoptr(RevisionFile) file = new_file(path);
    if (!revision_headers_parse(file, unified, diagnostics))
        return NULL;
    BodyReader reader = {
        .file = file, .text = unified, .line = 1, .valid = true, .diagnostics = diagnostics};
    if (!read_body(&reader))
        return NULL;
    return g_steal_pointer(&file);
}

RevisionFile *revision_read(const char *path, Diagnostics *diagnostics)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    gsize length;
    Place place = {path, 0, 0};
    if (!g_file_get_contents(path, &text, &length, &error)) {
        diag_error(diagnostics, DIAG_FILE, place, "%s", error->message);
        return NULL;
    }
    if (strlen(text) != length) {
        diag_error(diagnostics, DIAG_REVISION, place, "not a text file: it has a zero byte");
        return NULL;
    }
    return revision_parse(path, text, diagnostics);
}

/* Reads the start of a file, as far as the comment block goes. NULL with errno. */
static char *read_head(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    gsize size = 2048;
    gsize length = 0;
    char *text = g_malloc(size + 1);
    for (;;) {
        ssize_t n = read(fd, text + length, size - length);
        if (n < 0 && errno == EINTR)
            continue;
        length += n > 0 ? (gsize)n : 0;
        text[length] = '\0';
        if (n <= 0 || strstr(text, "\n-- gen:"))
            break;
        if (length == size)
            text = g_realloc(text, (size *= 4) + 1);
    }
    close(fd);
    return text;
}

RevisionFile *revision_read_headers(const char *path, Diagnostics *diagnostics)
{
    g_autofree char *text = read_head(path);
    if (!text) {
        diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "%s", g_strerror(errno));
        return NULL;
    }
    g_autoptr(RevisionFile) file = new_file(path);
    if (!revision_headers_parse(file, text, diagnostics))
        return NULL;
    return g_steal_pointer(&file);
}
