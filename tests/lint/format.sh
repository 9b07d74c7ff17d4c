#!/bin/sh
# Every C file stands as .clang-format says; clang-format -i FILE puts it right.
set -eu
cd "$(dirname "$0")/../.."
files=$(git ls-files '*.c' '*.h' 2>/dev/null || find . -name '*.[ch]' -not -path './build/*')
[ -z "$files" ] || echo "$files" | xargs clang-format --dry-run --Werror
