/* Changing a YAML text where what it says changes, and nowhere else: comments, layout and other
 * ways of saying the same stay.
 *
 * A change is given as two trees, before and after, in the form that YamlOut prints. The text need
 * not look like `before`: what both trees have in common is left as it is written, and what it has
 * in a form of its own cannot be changed, but is said again when it is to say something else. Only
 * entries in block style, each in lines of its own, are changed one by one; what is in one line is
 * replaced as one.
 *
 * Whether the new text says `after` is for the caller to find out, by reading it.
 */
#ifndef GEN_SCHEMA_YAML_PATCH_H
#define GEN_SCHEMA_YAML_PATCH_H

#include "schema/yaml_write.h"

typedef struct YamlText YamlText;

/* The text of a file, which must outlive it. */
YamlText *yaml_text_new(const YamlFile *file);
void yaml_text_free(YamlText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(YamlText, yaml_text_free)

/* The lines of a document, from its `---` (the first: from the top of the file) to the next one's,
 * counted from 1: whether a line is one of them. Documents that hold nothing belong to the one
 * before. */
bool yaml_text_has_line(const YamlText *text, guint document, int line);

/* A document as it stands; what comes before its first line of content (comments, `---`). Freed
 * with g_free. */
char *yaml_text_document(const YamlText *text, guint document);
char *yaml_text_head(const YamlText *text, guint document);

/* Appends new lines (each with its "\n") with the line breaks that the file has. */
void yaml_text_append(const YamlText *text, const char *lines, GString *out);

/* The byte order mark that the file begins with, before its first line, or "". */
const char *yaml_text_mark(const YamlText *text);

/* A document with the entries changed in which `before` and `after`, both mappings, differ. NULL
 * when it cannot be changed entry by entry. Freed with g_free. */
char *yaml_text_patch(const YamlText *text, guint document, const YamlOut *before,
                      const YamlOut *after);

#endif
