#include "generator/findings.h"

#include "generator/json_out.h"
#include "schema/version.h"

#include <string.h>

static const char *const severity_words[] = {"error", "warning", "note"};

static void finding_free(gpointer data)
{
    Finding *finding = data;
    g_free(finding->rule);
    g_free(finding->text);
    g_free(finding->object);
    g_free((char *)finding->place.file);
    g_free(finding);
}

GPtrArray *findings_new(void)
{
    return g_ptr_array_new_with_free_func(finding_free);
}

void findings_add(GPtrArray *findings, const char *rule, Severity severity, Place place,
                  const char *object, const char *text)
{
    Finding *finding = g_new0(Finding, 1);
    finding->rule = g_strdup(rule);
    finding->severity = severity;
    finding->text = g_strdup(text);
    finding->object = g_strdup(object ? object : "");
    finding->place = place;
    finding->place.file = g_strdup(place.file);
    g_ptr_array_add(findings, finding);
}

guint findings_errors(const GPtrArray *findings)
{
    guint errors = 0;
    for (guint i = 0; i < findings->len; i++)
        errors += ((const Finding *)g_ptr_array_index(findings, i))->severity == SEVERITY_ERROR;
    return errors;
}

bool findings_failed(const GPtrArray *findings)
{
    return findings_errors(findings) > 0;
}

/* The same finding has the same fingerprint when lines move. */
static char *fingerprint(const Finding *finding)
{
    g_autofree char *key = g_strjoin("\x1f", finding->rule, finding->object, finding->text, NULL);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
}

static char *to_text(JsonBuilder *builder)
{
    g_autoptr(JsonGenerator) generator = json_generator_new();
    g_autoptr(JsonNode) root = json_builder_get_root(builder);
    json_generator_set_root(generator, root);
    json_generator_set_pretty(generator, TRUE);
    g_autofree char *text = json_generator_to_data(generator, NULL);
    return g_strconcat(text, "\n", NULL);
}

static void begin(JsonBuilder *builder, const char *name)
{
    if (name)
        json_builder_set_member_name(builder, name);
    json_builder_begin_object(builder);
}

static void begin_list(JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name(builder, name);
    json_builder_begin_array(builder);
}

static char *format_text(const GPtrArray *findings)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        g_string_append_printf(out, "%s\n", f->text);
    }
    return g_string_free(out, FALSE);
}

static char *format_json(const GPtrArray *findings)
{
    g_autoptr(JsonBuilder) b = json_builder_new();
    begin(b, NULL);
    json_add_bool(b, "in_step", !findings_failed(findings));
    begin_list(b, "findings");
    for (guint i = 0; i < findings->len; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        begin(b, NULL);
        json_add_string(b, "rule", f->rule);
        json_add_string(b, "severity", severity_words[f->severity]);
        json_add_string(b, "object", f->object);
        json_add_string(b, "text", f->text);
        json_add_string(b, "file", f->place.file);
        json_add_int(b, "line", f->place.line);
        json_add_int(b, "column", f->place.column);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
    json_builder_end_object(b);
    return to_text(b);
}

/* https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
static char *escaped_for_github(const char *text, bool property)
{
    GString *out = g_string_new(text);
    g_string_replace(out, "%", "%25", 0);
    g_string_replace(out, "\r", "%0D", 0);
    g_string_replace(out, "\n", "%0A", 0);
    if (property) {
        g_string_replace(out, ":", "%3A", 0);
        g_string_replace(out, ",", "%2C", 0);
    }
    return g_string_free(out, FALSE);
}

/* GitHub shows ten annotations of a step; the last one counts what it would not show. */
#define GITHUB_ANNOTATIONS 10

static void github_line(GString *out, const char *level, const Finding *f, const char *text)
{
    g_autofree char *message = escaped_for_github(text, false);
    g_string_append_printf(out, "::%s ", level);
    if (f && f->place.file) {
        g_autofree char *file = escaped_for_github(f->place.file, true);
        g_string_append_printf(out, "file=%s,line=%d,col=%d,", file, MAX(f->place.line, 1),
                               MAX(f->place.column, 1));
    }
    g_string_append_printf(out, "title=gen %s::%s\n", f ? f->rule : "check", message);
}

static char *format_github(const GPtrArray *findings)
{
    static const char *const levels[] = {"error", "warning", "notice"};
    GString *out = g_string_new(NULL);
    guint shown = findings->len > GITHUB_ANNOTATIONS ? GITHUB_ANNOTATIONS - 1 : findings->len;
    for (guint i = 0; i < shown; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        github_line(out, levels[f->severity], f, f->text);
    }
    if (shown < findings->len) {
        g_autofree char *rest = g_strdup_printf("%u more findings", findings->len - shown);
        github_line(out, "error", NULL, rest);
    }
    return g_string_free(out, FALSE);
}

/* https://docs.gitlab.com/ci/testing/code_quality/ */
static char *format_gitlab(const GPtrArray *findings)
{
    static const char *const levels[] = {"major", "minor", "info"};
    g_autoptr(JsonBuilder) b = json_builder_new();
    json_builder_begin_array(b);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        g_autofree char *print = fingerprint(f);
        begin(b, NULL);
        json_add_string(b, "description", f->text);
        json_add_string(b, "check_name", f->rule);
        json_add_string(b, "fingerprint", print);
        json_add_string(b, "severity", levels[f->severity]);
        begin(b, "location");
        json_add_string(b, "path", f->place.file ? f->place.file : "gen.yml");
        begin(b, "lines");
        json_add_int(b, "begin", MAX(f->place.line, 1));
        json_builder_end_object(b);
        json_builder_end_object(b);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
    return to_text(b);
}

static void sarif_result(JsonBuilder *b, const Finding *f)
{
    g_autofree char *print = fingerprint(f);
    begin(b, NULL);
    json_add_string(b, "ruleId", f->rule);
    json_add_string(b, "level", severity_words[f->severity]);
    begin(b, "message");
    json_add_string(b, "text", f->text);
    json_builder_end_object(b);
    begin_list(b, "locations");
    if (f->place.file) {
        begin(b, NULL);
        begin(b, "physicalLocation");
        begin(b, "artifactLocation");
        json_add_string(b, "uri", f->place.file);
        json_builder_end_object(b);
        begin(b, "region");
        json_add_int(b, "startLine", MAX(f->place.line, 1));
        json_add_int(b, "startColumn", MAX(f->place.column, 1));
        json_builder_end_object(b);
        json_builder_end_object(b);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
    begin(b, "partialFingerprints");
    json_add_string(b, "gen/v1", print);
    json_builder_end_object(b);
    json_builder_end_object(b);
}

static void sarif_rules(JsonBuilder *b, const GPtrArray *findings)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    begin_list(b, "rules");
    for (guint i = 0; i < findings->len; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        if (!g_hash_table_add(seen, f->rule))
            continue;
        begin(b, NULL);
        json_add_string(b, "id", f->rule);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
}

/* https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
static char *format_sarif(const GPtrArray *findings)
{
    g_autoptr(JsonBuilder) b = json_builder_new();
    begin(b, NULL);
    json_add_string(b, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_add_string(b, "version", "2.1.0");
    begin_list(b, "runs");
    begin(b, NULL);
    begin(b, "tool");
    begin(b, "driver");
    json_add_string(b, "name", "gen");
    json_add_string(b, "version", GEN_VERSION);
    sarif_rules(b, findings);
    json_builder_end_object(b);
    json_builder_end_object(b);
    begin_list(b, "results");
    for (guint i = 0; i < findings->len; i++)
        sarif_result(b, g_ptr_array_index(findings, i));
    json_builder_end_array(b);
    json_builder_end_object(b);
    json_builder_end_array(b);
    json_builder_end_object(b);
    return to_text(b);
}

static char *format_junit(const GPtrArray *findings)
{
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(out, "<testsuite name=\"gen check\" tests=\"%u\" failures=\"%u\">\n",
                           MAX(findings->len, 1), findings_errors(findings));
    for (guint i = 0; i < findings->len; i++) {
        const Finding *f = g_ptr_array_index(findings, i);
        g_autofree char *name = g_markup_escape_text(f->object[0] ? f->object : f->rule, -1);
        g_autofree char *text = g_markup_escape_text(f->text, -1);
        g_string_append_printf(out, "  <testcase classname=\"gen.%s\" name=\"%s\">", f->rule, name);
        if (f->severity == SEVERITY_ERROR)
            g_string_append_printf(out, "<failure message=\"%s\"/>", text);
        else
            g_string_append_printf(out, "<system-out>%s</system-out>", text);
        g_string_append(out, "</testcase>\n");
    }
    if (findings->len == 0)
        g_string_append(out, "  <testcase classname=\"gen\" name=\"in step\"/>\n");
    g_string_append(out, "</testsuite>\n");
    return g_string_free(out, FALSE);
}

static const struct {
    const char *word;
    char *(*format)(const GPtrArray *findings);
} formats[] = {
    {"text", format_text},     {"json", format_json},   {"github", format_github},
    {"gitlab", format_gitlab}, {"sarif", format_sarif}, {"junit", format_junit},
};

char *findings_format(const GPtrArray *findings, const char *format)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i].word, format) == 0)
            return formats[i].format(findings);
    return NULL;
}
