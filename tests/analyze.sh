#!/bin/sh
# Takes minutes, so it is no part of tests/run. clang builds every file without a warning, and clang-tidy finds nothing (.clang-tidy says what).
set -eu
cd "$(dirname "$0")/.."
cmake --preset analyze >/dev/null
cmake --build --preset analyze -- -k 0
