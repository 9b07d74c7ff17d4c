/* --json: one object on standard output. */
#ifndef GEN_GENERATOR_JSON_OUT_H
#define GEN_GENERATOR_JSON_OUT_H

#include "migrations/graph.h"

#include <json-glib/json-glib.h>

/* Prints what `builder` has built, indented, with a newline. */
void json_print(JsonBuilder *builder);

/* Prints an object with this one member. */
void json_print_text(const char *member, const char *text);

/* Members of the object that is open in `builder`. */
void json_add_string(JsonBuilder *builder, const char *member, const char *text); /* NULL: null */
void json_add_int(JsonBuilder *builder, const char *member, gint64 value);
void json_add_double(JsonBuilder *builder, const char *member, double value);
void json_add_bool(JsonBuilder *builder, const char *member, bool value);
void json_add_strings(JsonBuilder *builder, const char *member, const GPtrArray *texts);
/* The ids of revisions. */
void json_add_ids(JsonBuilder *builder, const char *member, const GPtrArray *revisions);

/* Members that tell about a revision: id, message, file, revises, branch_labels, depends_on,
 * created. */
void json_add_revision(JsonBuilder *builder, const Revision *revision);

#endif
