#include "migrations/statements.h"

#include <pg_query.h>
#include <string.h>

gsize block_comment_length(const char *text)
{
    const char *p = text;
    int depth = 0;
    do {
        if (p[0] == '/' && p[1] == '*') {
            depth++;
            p += 2;
        } else if (p[0] == '*' && p[1] == '/') {
            depth--;
            p += 2;
        } else {
            p++;
        }
    } while (*p && depth > 0);
    return (gsize)(p - text);
}

const char *skip_comments(const char *text)
{
    const char *p = text;
    for (;;) {
        if (*p && strchr(" \t\r\n\f\v", *p))
            p++;
        else if (p[0] == '-' && p[1] == '-')
            p += strcspn(p, "\n");
        else if (p[0] == '/' && p[1] == '*')
            p += block_comment_length(p);
        else
            return p;
    }
}

int line_at(const char *text, gsize offset)
{
    int line = 1;
    for (gsize i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

static void report_scan(const char *text, const char *path, const PgQueryError *error,
                        Diagnostics *diagnostics)
{
    const char *at = text;
    for (int i = 1; i < error->cursorpos && *at; i++)
        at = g_utf8_next_char(at);
    Place place = {path, line_at(text, (gsize)(at - text)), 0};
    /* The scanner repeats the rest of the file after "at or near"; its first words will do. */
    const char *near = strstr(error->message, " at or near");
    int length = near ? (int)(near - error->message) : (int)strlen(error->message);
    diag_error(diagnostics, DIAG_REVISION, place, "%.*s", length, error->message);
}

static bool parses(const char *text, const StatementSpan *span)
{
    g_autofree char *sql = g_strndup(text + span->start, span->end - span->start);
    PgQueryParseResult result = pg_query_parse(sql);
    bool parsed = result.error == NULL;
    pg_query_free_parse_result(result);
    return parsed;
}

static GRegex *begin_atomic(void)
{
    static GRegex *regex;
    if (!regex)
        regex = g_regex_new("^CREATE\\b.*\\bBEGIN\\s+ATOMIC\\b",
                            G_REGEX_CASELESS | G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);
    return regex;
}

/* The scanner's splitter does not know the bodies that PostgreSQL 14 brought (BEGIN ATOMIC …;
 * …; END): such a function is the shortest run of pieces that PostgreSQL can parse. */
static guint atomic_end(const char *text, const GArray *pieces, guint first)
{
    StatementSpan span = g_array_index(pieces, StatementSpan, first);
    if (!g_regex_match_full(begin_atomic(), text + span.start, (gssize)(span.end - span.start), 0,
                            0, NULL, NULL))
        return first;
    for (guint i = first; i < pieces->len; i++) {
        span.end = g_array_index(pieces, StatementSpan, i).end;
        if (parses(text, &span))
            return i;
    }
    return first;
}

static GArray *join_atomic(const char *text, GArray *pieces)
{
    GArray *spans = g_array_sized_new(FALSE, FALSE, sizeof(StatementSpan), pieces->len);
    for (guint i = 0; i < pieces->len; i++) {
        StatementSpan span = g_array_index(pieces, StatementSpan, i);
        i = atomic_end(text, pieces, i);
        span.end = g_array_index(pieces, StatementSpan, i).end;
        g_array_append_val(spans, span);
    }
    g_array_unref(pieces);
    return spans;
}

/* Adds what stands between `begin` and `end`, if it is more than comments. */
static void add_piece(GArray *pieces, const char *text, const char *begin, const char *end)
{
    const char *start = begin;
    do
        start = skip_comments(start);
    while (start < end && *start == ';' && *start++);
    while (end > start && (g_ascii_isspace(end[-1]) || end[-1] == ';'))
        end--;
    if (end <= start)
        return;
    StatementSpan span = {(gsize)(start - text), (gsize)(end - text)};
    g_array_append_val(pieces, span);
}

/* The splitter leaves out what has no keyword in it (a psql meta-command, a word of the future):
 * that stands between its statements, and is one to us. */
static GArray *spans_of_split(const char *text, const PgQuerySplitResult *split)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(StatementSpan));
    const char *from = text;
    for (int i = 0; i < split->n_stmts; i++) {
        const char *begin = text + split->stmts[i]->stmt_location;
        const char *end = begin + split->stmts[i]->stmt_len;
        add_piece(pieces, text, from, begin);
        add_piece(pieces, text, begin, end);
        from = end;
    }
    add_piece(pieces, text, from, text + strlen(text));
    return pieces;
}

GArray *statement_spans(const char *text, const char *path, Diagnostics *diagnostics)
{
    PgQuerySplitResult split = pg_query_split_with_scanner(text);
    GArray *spans = NULL;
    if (split.error)
        report_scan(text, path, split.error, diagnostics);
    else
        spans = join_atomic(text, spans_of_split(text, &split));
    pg_query_free_split_result(split);
    return spans;
}

static const struct {
    const char *pattern;
    const char *refusal;
} refusals[] = {
    {"^\\\\", "a psql meta-command cannot be in a revision file"},
    {"^COPY\\b.*\\bFROM\\s+STDIN\\b", "COPY FROM STDIN cannot be in a revision file"},
    {"^(BEGIN|START\\s+TRANSACTION|COMMIT|ABORT|END|PREPARE\\s+TRANSACTION)\\b",
     "a step is one transaction, which gen begins and ends"},
    {"^ROLLBACK\\b(?!\\s+(WORK\\s+|TRANSACTION\\s+)?TO\\b)",
     "a step is one transaction, which gen begins and ends"},
};

const char *statement_refusal(const char *sql)
{
    static GRegex *compiled[G_N_ELEMENTS(refusals)];
    for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
        if (!compiled[i])
            compiled[i] = g_regex_new(
                refusals[i].pattern, G_REGEX_CASELESS | G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);
        if (g_regex_match(compiled[i], sql, 0, NULL))
            return refusals[i].refusal;
    }
    return NULL;
}
