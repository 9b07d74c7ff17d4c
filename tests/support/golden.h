#ifndef GEN_TESTS_GOLDEN_H
#define GEN_TESTS_GOLDEN_H

/*
 * Expected texts kept in files. With GEN_UPDATE_GOLDEN=1 (tests/run --update) a file that differs
 * is written anew instead of failing, for review in version control.
 */

/* Full path of a file under tests/, e.g. golden_path("golden/emit/table"); the caller frees it. */
char *golden_path(const char *path);

/* Fails with a unified diff unless `actual` is the text of tests/<path>. A file that is not there
 * counts as empty. */
void golden_expect(const char *path, const char *actual);

/* The directories right below tests/<path>, by name, sorted; free with g_strfreev. */
char **golden_cases(const char *path);

#endif
