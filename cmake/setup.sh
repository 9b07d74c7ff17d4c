# Sourced by docs/examples/run, tests/run and tests/versions: installs what is missing on Debian 12
# (or a relative of it). A machine that has everything is not touched, and apt-get is not called.

packages_build='gcc libc6-dev cmake ninja-build pkg-config libglib2.0-dev libjson-glib-dev
    libyaml-dev libpcre2-dev libpq-dev libpg-query-dev libprotobuf-c-dev'
packages_server='postgresql util-linux'
packages_test='libcmocka-dev python3 clang clang-format clang-tidy git diffutils'

setup_missing() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' ||
            printf '%s ' "$package"
    done
}

setup_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# setup_packages PACKAGE...
setup_packages() {
    missing=$(setup_missing "$@")
    if [ -z "$missing" ]; then
        return 0
    fi
    echo "Installing: $missing" >&2
    case $missing in
    *postgresql*)
        # Only the programs are wanted: no cluster that starts with the machine.
        setup_as_root mkdir -p /etc/postgresql-common/createcluster.d
        echo 'create_main_cluster = false' |
            setup_as_root tee /etc/postgresql-common/createcluster.d/gen.conf >/dev/null
        ;;
    esac
    log=$(mktemp)
    # shellcheck disable=SC2086 # a list of names
    if ! { setup_as_root apt-get -q update && setup_as_root apt-get -q -y -o Acquire::Retries=3 \
        --no-install-recommends install $missing; } >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# npm, for the servers of tests/support/servers.sh. One that is there already, from anywhere, is taken.
setup_npm() {
    if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
        setup_packages nodejs npm
    fi
}

# setup_build PRESET: configures and builds, quietly unless it fails.
setup_build() {
    log=$(mktemp)
    if ! { cmake --preset "$1" && cmake --build --preset "$1" -- --quiet; } >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
