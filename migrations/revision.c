#include "migrations/revision.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ID_BYTES   6
#define SLUG_LIMIT 40

char *revision_new_id(void)
{
    guint8 bytes[ID_BYTES];
    if (getentropy(bytes, sizeof bytes) != 0)
        g_error("the system's random source does not answer: %s", g_strerror(errno));
    GString *id = g_string_new(NULL);
    for (gsize i = 0; i < sizeof bytes; i++)
        g_string_append_printf(id, "%02x", bytes[i]);
    return g_string_free(id, FALSE);
}

char *revision_now(void)
{
    const char *fixed = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) now = fixed
                                   ? g_date_time_new_from_unix_utc(g_ascii_strtoll(fixed, NULL, 10))
                                   : g_date_time_new_now_utc();
    return g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
}

/* Drops what came after the limit, with the word it cuts when there are others. */
static void cut_slug(GString *slug)
{
    if (slug->len > SLUG_LIMIT) {
        bool in_word = slug->str[SLUG_LIMIT] != '_';
        g_string_truncate(slug, SLUG_LIMIT);
        char *last = strrchr(slug->str, '_');
        if (in_word && last)
            g_string_truncate(slug, (gsize)(last - slug->str));
    }
    while (slug->len > 0 && slug->str[slug->len - 1] == '_')
        g_string_truncate(slug, slug->len - 1);
}

char *revision_slug(const char *message)
{
    g_autofree char *ascii = g_str_to_ascii(message ? message : "", "C");
    GString *slug = g_string_new(NULL);
    for (const char *p = ascii; *p && *p != '\n'; p++) {
        if (g_ascii_isalnum(*p))
            g_string_append_c(slug, g_ascii_tolower(*p));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '_' && *p != '?')
            g_string_append_c(slug, '_');
    }
    cut_slug(slug);
    return g_string_free(slug, FALSE);
}

/* File names */

static const struct {
    const char *name;
    const char *format; /* of g_date_time_format, NULL for rev and slug */
} placeholders[] = {
    {"year", "%Y"},   {"month", "%m"}, {"day", "%d"}, {"hour", "%H"}, {"minute", "%M"},
    {"second", "%S"}, {"epoch", "%s"}, {"rev", NULL}, {"slug", NULL},
};

/* The shape is Alembic's, so that a template can be taken over as it is. */
static GRegex *placeholder_regex(void)
{
    return g_regex_new("%\\((\\w*)\\)(?:\\.[0-9]+)?[ds]", 0, 0, NULL);
}

static bool is_placeholder(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(placeholders); i++)
        if (strcmp(placeholders[i].name, name) == 0)
            return true;
    return false;
}

bool revision_check_template(const char *file_template, Place place, Diagnostics *diagnostics)
{
    g_autoptr(GRegex) regex = placeholder_regex();
    g_autoptr(GMatchInfo) info = NULL;
    bool has_id = false;
    bool valid = true;
    for (g_regex_match(regex, file_template, 0, &info); g_match_info_matches(info);
         g_match_info_next(info, NULL)) {
        g_autofree char *name = g_match_info_fetch(info, 1);
        has_id = has_id || strcmp(name, "rev") == 0;
        if (is_placeholder(name))
            continue;
        valid = false;
        diag_set_hint(diag_error(diagnostics, DIAG_CONFIG, place,
                                 "file_template: there is no placeholder \"%s\"", name),
                      "year, month, day, hour, minute, second, epoch, rev and slug");
    }
    if (strchr(file_template, '/')) {
        valid = false;
        diag_error(diagnostics, DIAG_CONFIG, place, "file_template: a file name has no slash");
    }
    if (valid && !has_id) {
        valid = false;
        diag_error(diagnostics, DIAG_CONFIG, place,
                   "file_template: without %%(rev)s two revisions could have one name");
    }
    return valid;
}

typedef struct NameValues {
    GDateTime *time;
    const char *id;
    const char *slug;
} NameValues;

static gboolean put_value(const GMatchInfo *info, GString *out, gpointer data)
{
    const NameValues *values = data;
    g_autofree char *name = g_match_info_fetch(info, 1);
    const char *format = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(placeholders); i++)
        if (strcmp(placeholders[i].name, name) == 0)
            format = placeholders[i].format;
    if (format) {
        g_autofree char *text = g_date_time_format(values->time, format);
        g_string_append(out, text);
    } else {
        g_string_append(out, strcmp(name, "rev") == 0 ? values->id : values->slug);
    }
    return FALSE;
}

static GDateTime *naming_time(const RevisionFile *file, const RevisionNaming *naming)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_iso8601(file->created, NULL);
    g_autoptr(GTimeZone) zone =
        naming->timezone ? g_time_zone_new_identifier(naming->timezone) : NULL;
    if (utc && zone)
        return g_date_time_to_timezone(utc, zone);
    return utc ? g_steal_pointer(&utc) : g_date_time_new_now_utc();
}

static char *file_name(const RevisionFile *file, const RevisionNaming *naming)
{
    const char *shape = naming->file_template ? naming->file_template : REVISION_FILE_TEMPLATE;
    g_autofree char *slug = revision_slug(file->message);
    g_autoptr(GDateTime) time = naming_time(file, naming);
    g_autoptr(GRegex) regex = placeholder_regex();
    NameValues values = {time, file->id, slug};
    GString *name = g_string_new(NULL);
    g_autofree char *filled =
        g_regex_replace_eval(regex, shape, -1, 0, 0, put_value, &values, NULL);
    g_string_append(name, filled ? filled : file->id);
    while (name->len > 0 && name->str[name->len - 1] == '_') /* an empty slug at the end */
        g_string_truncate(name, name->len - 1);
    g_string_append(name, ".sql");
    return g_string_free(name, FALSE);
}

/* Writing */

static bool write_all(int fd, const char *text, gsize length)
{
    while (length > 0) {
        ssize_t n = write(fd, text, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text += n;
        length -= (gsize)n;
    }
    return fsync(fd) == 0;
}

static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* Gives the temporary file its name. A hard link fails where the name is taken, which rename
 * does not; file systems without links get rename after a look. */
static bool publish(const char *temporary, const char *path)
{
    if (link(temporary, path) == 0) {
        unlink(temporary);
        return true;
    }
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS && errno != EMLINK)
        return false;
    if (access(path, F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(temporary, path) == 0;
}

bool file_create(const char *path, const char *text, Diagnostics *diagnostics)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *temporary = g_strdup_printf("%s/.%s.XXXXXX", folder, base);
    int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0666);
    bool written = fd >= 0 && write_all(fd, text, strlen(text));
    int error = errno;
    if (fd >= 0)
        close(fd);
    if (written && !publish(temporary, path)) {
        written = false;
        error = errno;
    }
    if (written) {
        sync_folder(folder);
        return true;
    }
    if (fd >= 0)
        unlink(temporary);
    diag_error(diagnostics, DIAG_FILE, (Place){path, 0, 0}, "the file cannot be written: %s",
               g_strerror(error));
    return false;
}

bool revision_write(RevisionFile *file, const char *folder, const RevisionNaming *naming,
                    Diagnostics *diagnostics)
{
    if (!file->id)
        file->id = revision_new_id();
    if (!file->created)
        file->created = revision_now();
    g_autofree char *name = file_name(file, naming);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = revision_file_text(file);
    if (!file_create(path, text, diagnostics))
        return false;
    g_free(file->path);
    file->path = g_steal_pointer(&path);
    return true;
}
