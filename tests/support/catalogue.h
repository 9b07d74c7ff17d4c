#ifndef GEN_TESTS_CATALOGUE_H
#define GEN_TESTS_CATALOGUE_H

/*
 * What a database holds, read by a query of the tests' own (catalogue.sql), for comparisons that do
 * not rest on gen's own reading. A failure to read fails the running test.
 */

/* All facts of the database at `url`, a line each, sorted; the caller frees the text. */
char *catalogue_read(const char *url);

/* The lines in which two catalogues differ, as a diff shows them, or NULL when they are equal. The
 * caller frees it. */
char *catalogue_difference(const char *expected, const char *actual);

/* The facts without the names of constraints, indexes and sequences of columns; the caller frees
 * the text. A rename leaves the names that PostgreSQL once made as they are. */
char *catalogue_without_names(const char *catalogue);

#endif
