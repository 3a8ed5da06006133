#!/bin/sh
# Runs the tests of the API and the page: run.sh [api|page]…; packages of package-lock.json are brought when they are missing.
# Ends with 77 (skipped) without node, npm, or a network to bring the packages.
cd "$(dirname "$0")" || exit 2
command -v node >/dev/null && command -v npm >/dev/null || { echo "skipped: no node and npm"; exit 77; }
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error || { echo "skipped: npm ci did not work here"; exit 77; }
    touch node_modules/.package-lock.json
fi
[ $# -gt 0 ] || set -- api page
for name; do set -- "$@" "$name.test.mjs"; shift; done
node --test "$@" 2>&1 | tee "${TMPDIR:-/tmp}/griffie-browser-tests.$$"
passed=$(sed -n 's/^[#ℹ] pass //p' "${TMPDIR:-/tmp}/griffie-browser-tests.$$")
failed=$(sed -n 's/^[#ℹ] fail //p' "${TMPDIR:-/tmp}/griffie-browser-tests.$$")
skipped=$(sed -n 's/^[#ℹ] skipped //p' "${TMPDIR:-/tmp}/griffie-browser-tests.$$")
rm -f "${TMPDIR:-/tmp}/griffie-browser-tests.$$"
echo "${passed:-0} passed, ${failed:-1} failed, ${skipped:-0} skipped"
[ "${failed:-1}" -eq 0 ]
