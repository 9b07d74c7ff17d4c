#include "generator/messages.h"

#include <stdio.h>
#include <string.h>

#define STATEMENT_LINES 12

static const struct {
    const char *word;
    const char *colour;
} severities[] = {
    [SEVERITY_ERROR] = {"error", "\033[1;31m"},
    [SEVERITY_WARNING] = {"warning", "\033[1;33m"},
    [SEVERITY_NOTE] = {"note", "\033[1;36m"},
};

#define BOLD  "\033[1m"
#define BLUE  "\033[1;34m"
#define RESET "\033[0m"

static const char *style(const Context *context, const char *colour)
{
    return context->colour ? colour : "";
}

/* "file:line:column", as far as it is known. Freed with g_free. */
static char *place_text(const Place *place)
{
    if (!place->file)
        return NULL;
    if (place->line == 0)
        return g_strdup(place->file);
    if (place->column == 0)
        return g_strdup_printf("%s:%d", place->file, place->line);
    return g_strdup_printf("%s:%d:%d", place->file, place->line, place->column);
}

/* One line each */

static void print_piped_note(const char *place, const char *kind, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            fprintf(stderr, "%s%s%s: %s\n", place ? place : "", place ? ": " : "", kind, *line);
}

static void print_piped(const Context *context, const Diagnostic *d)
{
    g_autofree char *place = place_text(&d->place);
    fprintf(stderr, "%s%s%s%s%s: %s [%s%s%s]\n", place ? place : "", place ? ": " : "",
            style(context, severities[d->severity].colour), severities[d->severity].word,
            style(context, RESET), d->text, diag_code_word(d->code), d->sqlstate ? " " : "",
            d->sqlstate ? d->sqlstate : "");
    if (d->detail)
        print_piped_note(place, "note", d->detail);
    if (d->statement && !d->source_line)
        print_piped_note(place, "statement", d->statement);
    if (d->hint)
        print_piped_note(place, "hint", d->hint);
}

/* For people */

static void print_caret(const Context *context, const Diagnostic *d, int width)
{
    if (d->place.column < 1)
        return;
    GString *blanks = g_string_new(NULL);
    const char *p = d->source_line;
    for (int i = 1; i < d->place.column && *p; i++, p = g_utf8_next_char(p))
        g_string_append_c(blanks, *p == '\t' ? '\t' : ' ');
    fprintf(stderr, "%s%*s |%s %s%s^%s\n", style(context, BLUE), width, "", style(context, RESET),
            blanks->str, style(context, severities[d->severity].colour), style(context, RESET));
    g_string_free(blanks, TRUE);
}

static void print_source(const Context *context, const Diagnostic *d)
{
    char number[16];
    int width = snprintf(number, sizeof number, "%d", d->place.line);
    fprintf(stderr, "%s%*s |%s\n", style(context, BLUE), width, "", style(context, RESET));
    fprintf(stderr, "%s%s |%s %s\n", style(context, BLUE), number, style(context, RESET),
            d->source_line);
    print_caret(context, d, width);
}

static void print_statement(const Context *context, const char *statement)
{
    g_auto(GStrv) lines = g_strsplit(statement, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        if (i == STATEMENT_LINES) {
            fprintf(stderr, "%s  |%s … %u more lines\n", style(context, BLUE),
                    style(context, RESET), g_strv_length(lines) - i);
            break;
        }
        fprintf(stderr, "%s  |%s %s\n", style(context, BLUE), style(context, RESET), lines[i]);
    }
}

static void print_remark(const Context *context, const char *kind, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        fprintf(stderr, "%s  =%s %s%s:%s %s\n", style(context, BLUE), style(context, RESET),
                style(context, BOLD), kind, style(context, RESET), *line);
}

static void print_rich(const Context *context, const Diagnostic *d)
{
    g_autofree char *place = place_text(&d->place);
    fprintf(stderr, "%s%s[%s%s%s]%s%s: %s%s\n", style(context, severities[d->severity].colour),
            severities[d->severity].word, diag_code_word(d->code), d->sqlstate ? " " : "",
            d->sqlstate ? d->sqlstate : "", style(context, RESET), style(context, BOLD), d->text,
            style(context, RESET));
    if (place)
        fprintf(stderr, "%s  -->%s %s\n", style(context, BLUE), style(context, RESET), place);
    if (d->source_line && d->place.line > 0)
        print_source(context, d);
    else if (d->statement)
        print_statement(context, d->statement);
    if (d->detail)
        print_remark(context, "note", d->detail);
    if (d->hint)
        print_remark(context, "help", d->hint);
    fputc('\n', stderr);
}

void messages_flush(Context *context)
{
    fflush(stdout);
    guint count = diagnostics_count(context->diagnostics);
    for (; context->printed < count; context->printed++) {
        const Diagnostic *d = diagnostics_get(context->diagnostics, context->printed);
        if (context->quiet && d->severity == SEVERITY_NOTE)
            continue;
        if (context->terminal)
            print_rich(context, d);
        else
            print_piped(context, d);
    }
}

void messages_say(const Context *context, const char *format, ...)
{
    if (context->quiet || context->json)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    fprintf(stderr, "%s\n", text);
}
