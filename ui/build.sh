#!/bin/sh
# Builds the page for meson: build.sh install|keep SOURCE STAMP DEPFILE. "install" brings the packages of package-lock.json first,
# when they are not there yet or the lock is newer.
set -eu
packages=$1 source=$2 stamp=$3 depfile=$4
here=$PWD
cd "$source"
if [ "$packages" = install ] && [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi
npm run --silent build
cd "$here"
{ printf '%s: ' "$stamp"; find "$source/src" "$source/package.json" "$source/tsconfig.json" "$source/build.mjs" -type f | sed 's/ /\\ /g' | tr '\n' ' '; echo; } >"$depfile"
touch "$stamp"
