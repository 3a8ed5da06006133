#!/bin/sh
# Runs the tests of the page and the API: run.sh [units|api|page]…; builds the page and brings the packages of the lock files when that
# has not been done. Ends with 77 (skipped) without node and npm, or when the packages cannot be had here.
set -u
cd "$(dirname "$0")" || exit 2
command -v node >/dev/null && command -v npm >/dev/null || { echo "skipped: no node and npm"; exit 77; }

# packages FOLDER: npm ci, unless it was done since the lock file changed.
packages() {
    [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json) || { echo "skipped: npm ci did not work in $1"; exit 77; }
}
packages .
packages ../../ui
[ -n "$(find ../../ui/dist/index.html -newer ../../ui/package-lock.json 2>/dev/null)" ] || (cd ../../ui && npm run --silent build >/dev/null) || exit 1

[ $# -gt 0 ] || set -- units api page
log=$(mktemp)
trap 'rm -f "$log"' EXIT
code=0
for name; do
    case $name in
    units) (cd ../../ui && npm --silent test) ;;
    *) node --test "$name.test.mjs" ;;
    esac >"$log.one" 2>&1 || code=1
    cat "$log.one"
    cat "$log.one" >>"$log"
    rm -f "$log.one"
done
count() { sed -n "s/^[#ℹ] $1 //p" "$log" | awk '{ all += $1 } END { print all + 0 }'; }
echo "$(count pass) passed, $(count fail) failed, $(count skipped) skipped"
exit $code
