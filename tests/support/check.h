#ifndef GEN_TESTS_CHECK_H
#define GEN_TESTS_CHECK_H

/* cmocka with the headers that it wants to find before it. */

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#endif
