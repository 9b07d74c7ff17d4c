#include "emit/numbering.h"

#include "emit/quote.h"

#include <string.h>

static gint64 number(const char *text)
{
    return g_ascii_strtoll(text, NULL, 10);
}

static bool descends(const SequenceOptions *options)
{
    return options->increment && *options->increment == '-';
}

static void append_word(GString *out, const char *word)
{
    if (out->len)
        g_string_append_c(out, ' ');
    g_string_append(out, word);
}

static void append_value(GString *out, const char *verb, const char *word, const char *value)
{
    append_word(out, verb);
    g_string_append_printf(out, "%s %s", word, value);
}

char *numbering_options(const SequenceOptions *options)
{
    const struct {
        const char *word;
        const char *value;
    } all[] = {
        {"START WITH", options->start},  {"INCREMENT BY", options->increment},
        {"MINVALUE", options->minvalue}, {"MAXVALUE", options->maxvalue},
        {"CACHE", options->cache},
    };
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i].value)
            append_value(out, "", all[i].word, all[i].value);
    if (options->cycle)
        append_word(out, "CYCLE");
    return g_string_free(out, FALSE);
}

/* The values a sequence can have, defaults filled in. */
typedef struct Range64 {
    gint64 low;
    gint64 high;
    gint64 start;
} Range64;

static Range64 range_of(const SequenceOptions *options, const char *type)
{
    bool down = descends(options);
    gint64 most = G_MAXINT64;
    if (type && strcmp(type, "integer") == 0)
        most = G_MAXINT32;
    else if (type && strcmp(type, "smallint") == 0)
        most = G_MAXINT16;
    Range64 range = {down ? -most - 1 : 1, down ? -1 : most, 0};
    if (options->minvalue)
        range.low = number(options->minvalue);
    if (options->maxvalue)
        range.high = number(options->maxvalue);
    range.start = options->start ? number(options->start) : down ? range.high : range.low;
    return range;
}

/* Whether no value of the old range is one of the new. */
static bool is_elsewhere(Range64 from, Range64 to)
{
    return from.high < to.low || from.low > to.high;
}

static void append_change(GString *out, const char *verb, const char *word, const char *from,
                          const char *to, const char *none)
{
    if (g_strcmp0(from, to) == 0)
        return;
    if (to) {
        append_value(out, verb, word, to);
    } else {
        append_word(out, verb);
        g_string_append(out, none);
    }
}

/* A sequence that turns round has other limits. With another type PostgreSQL takes those of that
 * type for its own, whichever way it goes: then they are said (`limit`). */
static void append_limit(GString *out, const char *verb, const char *word, const char *from,
                         const char *to, bool turned, const gint64 *limit)
{
    g_autofree char *otherwise = g_strconcat("NO ", word, NULL);
    if (turned && !to && limit) {
        append_word(out, verb);
        g_string_append_printf(out, "%s %" G_GINT64_FORMAT, word, *limit);
        return;
    }
    append_change(out, verb, word, turned && !to ? "" : from, to, otherwise);
}

char *numbering_change(const SequenceOptions *from, const SequenceOptions *to,
                       const char *from_type, const char *to_type, const char *verb)
{
    GString *out = g_string_new(NULL);
    Range64 old = range_of(from, from_type);
    Range64 new = range_of(to, to_type);
    bool turned = descends(from) != descends(to);
    append_change(out, verb, "INCREMENT BY", from->increment, to->increment, "INCREMENT BY 1");
    bool typed = g_strcmp0(from_type, to_type) != 0;
    append_limit(out, verb, "MINVALUE", from->minvalue, to->minvalue, turned,
                 typed ? &new.low : NULL);
    append_limit(out, verb, "MAXVALUE", from->maxvalue, to->maxvalue, turned,
                 typed ? &new.high : NULL);
    if (old.start != new.start) {
        append_word(out, verb);
        g_string_append_printf(out, "START WITH %" G_GINT64_FORMAT, new.start);
    }
    append_change(out, verb, "CACHE", from->cache, to->cache, "CACHE 1");
    if (from->cycle != to->cycle) {
        append_word(out, verb);
        g_string_append(out, to->cycle ? "CYCLE" : "NO CYCLE");
    }
    if (out->len && is_elsewhere(old, new))
        append_word(out, "RESTART");
    return g_string_free(out, FALSE);
}

static gint64 within(gint64 value, gint64 low, gint64 high)
{
    return CLAMP(value, low, high);
}

/* A sequence that has not reached the new range yet moves on to it; one that was never used and
 * would start beyond it starts in it. One that went past it is left for PostgreSQL to refuse. */
void numbering_fit(Script *script, const char *sequence, const SequenceOptions *from,
                   const SequenceOptions *to, const char *from_type, const char *to_type)
{
    Range64 old = range_of(from, from_type);
    Range64 new = range_of(to, to_type);
    bool down = descends(to);
    bool behind = down ? new.high < old.high : new.low > old.low;
    bool beyond = down ? old.start < new.low : old.start > new.high;
    if (is_elsewhere(old, new) || !(behind || beyond))
        return;
    gint64 low = MAX(old.low, new.low);
    gint64 high = MIN(old.high, new.high);
    g_autoptr(GString) when = g_string_new(NULL);
    if (behind)
        g_string_append_printf(
            when, "coalesce(pg_sequence_last_value(%s), %" G_GINT64_FORMAT ") %c %" G_GINT64_FORMAT,
            sequence, old.start, down ? '>' : '<', down ? new.high : new.low);
    if (beyond)
        g_string_append_printf(when, "%spg_sequence_last_value(%s) IS NULL", behind ? " OR " : "",
                               sequence);
    script_add(script, "SELECT setval(%s, %" G_GINT64_FORMAT ", false) WHERE %s", sequence,
               within(new.start, low, high), when->str);
}

void numbering_continue(Script *script, const char *sequence, const SequenceOptions *options,
                        const Column *column)
{
    static const char *const integers[] = {"smallint", "integer", "bigint", NULL};
    bool plain = g_strv_contains(integers, column->type);
    if (!plain && !g_str_has_prefix(column->type, "numeric"))
        return;
    Range64 range = range_of(options, column->type);
    bool down = descends(options);
    bool bounded = down ? options->minvalue != NULL : options->maxvalue != NULL;
    g_autofree char *name = quote_name(column->object.name);
    g_autofree char *table = quote_object(column->object.parent);
    g_autofree char *last = g_strdup_printf("%s(%s)", down ? "min" : "max", name);
    g_autoptr(GString) having = g_string_new(NULL);
    if (bounded)
        g_string_append_printf(having, "BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
                               down ? range.low : range.start, down ? range.start : range.high);
    else
        g_string_append_printf(having, "%s %" G_GINT64_FORMAT, down ? "<=" : ">=", range.start);
    script_after(script, "SELECT setval(%s, %s%s) FROM %s HAVING %s %s", sequence, last,
                 plain ? "" : "::bigint", table, last, having->str);
}
