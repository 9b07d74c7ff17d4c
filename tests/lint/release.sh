#!/bin/sh
# The optimised build, in which gcc sees more, has no warning either; and what it installs works.
set -eu
cd "$(dirname "$0")/../.."
build=build/release-checked
cmake --preset release -B $build -DGEN_WERROR=ON >/dev/null
cmake --build $build
installed=$(mktemp -d)
trap 'rm -rf "$installed"' EXIT
cmake --install $build --prefix "$installed" >/dev/null
"$installed/bin/gen" --version
