#!/bin/sh
# A throwaway PostgreSQL for tests, examples and benchmarks.
#
#   pg.sh start DIR   start it, or join the one that DIR already has; prints PGHOST=… PGPORT=… lines
#   pg.sh stop DIR    leave it; the last one to leave stops it
#   pg.sh halt DIR    stop it as a crash would (-m immediate), and keep its files
#   pg.sh resume DIR  start it again after that, on the same data
#
# It listens on a Unix socket in its own temporary directory and nowhere else. Whoever starts it is
# remembered by process id ($PG_CLIENT_PID, by default the caller), and a watchdog stops the server
# and removes its files once none of these processes is alive, so that nothing is left behind by a
# run that was killed. PG_BINDIR picks the PostgreSQL; PG_OPTIONS is added to the server's options.
set -eu

usage() {
    echo "usage: pg.sh start|stop|halt|resume DIR" >&2
    exit 2
}

find_bindir() {
    for bindir in "${PG_BINDIR:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
        "$(pg_config --bindir 2>/dev/null)"; do
        if [ -x "$bindir/initdb" ]; then
            echo "$bindir"
            return
        fi
    done
    echo "pg.sh: no PostgreSQL server found; set PG_BINDIR" >&2
    exit 1
}

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u "$(getent passwd postgres >/dev/null && echo postgres || echo nobody)" -- "$@"
    else
        "$@"
    fi
}

# The programs of the server in $1: those of $bindir, or a copy where its user cannot reach them (in
# a home directory that is closed to others, say).
programs() {
    if [ -d "$1/programs" ]; then
        echo "$1/programs/bin"
    else
        echo "$bindir"
    fi
}

copy_programs() {
    if ! (cd / && as_server test -x "$bindir/postgres"); then
        mkdir "$1/programs"
        cp -R "$bindir/.." "$1/programs"
    fi
}

# Durability is switched off: the data live as long as the run. Autovacuum is off so that row
# estimates change only when a test says ANALYZE. Many locks, for schemas of thousands of tables.
settings() {
    cat <<EOF
listen_addresses = ''
unix_socket_directories = '$1'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
shared_buffers = 64MB
max_locks_per_transaction = 1024
timezone = 'UTC'
lc_messages = 'C'
log_line_prefix = '%m [%p] %d '
log_checkpoints = off
EOF
}

# The server must not hold our lock, nor our output open.
run_server() {
    if ! as_server "$(programs "$home")/pg_ctl" -w -s -D "$home/data" -l "$home/log" -o "${PG_OPTIONS:-}" \
        start </dev/null >/dev/null 2>&1 9>&-; then
        cat "$home/log" >&2
        return 1
    fi
}

launch() {
    home=$(mktemp -d "${TMPDIR:-/tmp}/gen-pg.XXXXXX")
    if [ "$(id -u)" -eq 0 ]; then
        chown "$(as_server id -u)" "$home"
    fi
    copy_programs "$home"
    cd "$home"
    if ! as_server "$(programs "$home")/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
        --no-sync >"$home/initdb.log" 2>&1; then
        cat "$home/initdb.log" >&2
        rm -rf "$home"
        exit 1
    fi
    settings "$home" >>"$home/data/postgresql.conf"
    if ! run_server; then
        rm -rf "$home"
        exit 1
    fi
    cat >"$dir/env" <<EOF
PGHOST=$home
PGPORT=5432
PGUSER=postgres
PG_BINDIR=$bindir
EOF
    setsid "$self" watch "$dir" "$home" </dev/null >/dev/null 2>&1 9>&- &
}

server_home() {
    sed -n 's/^PGHOST=//p' "$dir/env"
}

running() {
    [ -f "$dir/env" ] && grep -qx "PG_BINDIR=$bindir" "$dir/env" || return 1
    home=$(server_home)
    (cd / && as_server "$(programs "$home")/pg_ctl" status -D "$home/data") >/dev/null 2>&1
}

# Whether any process that started or joined the server is alive. A zombie is not: under an init
# that does not reap, it would stay for good.
in_use() {
    for client in "$dir"/users/*; do
        if grep -qs '^State:[[:space:]]*[^Z[:space:]]' "/proc/${client##*/}/status"; then
            return 0
        fi
        rm -f "$client"
    done
    return 1
}

shut_down() {
    cd /
    as_server "$(programs "$1")/pg_ctl" -s -m immediate -D "$1/data" stop >/dev/null 2>&1 || true
    rm -rf "$1"
    if grep -qsx "PGHOST=$1" "$dir/env"; then
        rm -f "$dir/env"
    fi
}

start() {
    mkdir -p "$dir/users"
    dir=$(cd "$dir" && pwd)
    exec 9>"$dir/lock"
    flock 9
    : >"$dir/users/${PG_CLIENT_PID:-$PPID}"
    if ! running; then
        rm -f "$dir/env"
        launch
    fi
    cat "$dir/env"
}

stop() {
    [ -d "$dir" ] || exit 0
    exec 9>"$dir/lock"
    flock 9
    rm -f "$dir/users/${PG_CLIENT_PID:-$PPID}"
    if [ -f "$dir/env" ] && ! in_use; then
        shut_down "$(server_home)"
    fi
}

# What is halted is no server that has gone by itself: the watchdog leaves it be.
halt() {
    home=$(server_home)
    cd "$home"
    touch halted
    as_server "$(programs "$home")/pg_ctl" -s -w -m immediate -D data stop </dev/null >/dev/null 2>&1
}

resume() {
    home=$(server_home)
    cd "$home"
    run_server
    rm -f halted
}

# The watchdog: ends with its server, or when DIR has gone over to another one.
watch() {
    home=$1
    while sleep 1; do
        if [ ! -f "$home/data/postmaster.pid" ] && [ ! -f "$home/halted" ]; then
            break
        elif ! grep -qsx "PGHOST=$home" "$dir/env"; then
            shut_down "$home"
        elif ! in_use; then
            exec 9>"$dir/lock"
            flock 9
            if ! in_use; then
                shut_down "$home"
            fi
            exec 9>&-
        fi
    done
    rm -rf "$home"
}

[ $# -ge 2 ] || usage
self=$(realpath "$0")
export LC_ALL=C.UTF-8
dir=$2
bindir=$(find_bindir)
case $1 in
start) start ;;
stop) stop ;;
halt) halt ;;
resume) resume ;;
watch) watch "$3" ;;
*) usage ;;
esac
