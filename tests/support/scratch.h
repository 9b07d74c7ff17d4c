#ifndef GEN_TESTS_SCRATCH_H
#define GEN_TESTS_SCRATCH_H

/*
 * Temporary directories for tests. Each is removed, with all that is in it, when the process exits.
 * A failure here fails the running test.
 */

/* A new, empty directory. The caller frees the path. */
char *scratch_dir(void);

/* Writes dir/path, making the directories on the way. */
void scratch_write(const char *dir, const char *path, const char *text);

/* The text of dir/path; the caller frees it. */
char *scratch_read(const char *dir, const char *path);

/* Copies a directory with all that is below it into dir, which may exist. */
void scratch_copy(const char *from, const char *dir);

/* The names of the files below dir, as paths relative to it, sorted; free with g_strfreev. */
char **scratch_list(const char *dir);

#endif
