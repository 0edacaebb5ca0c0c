#!/bin/sh
# Writes the locks: exact versions with hashes, for Linux and Python 3.11 to 3.13.
#   sh .setup/lock.sh             keeps the versions that still fit
#   sh .setup/lock.sh --upgrade   takes the newest
# One version of each package for all Pythons, so that reports are equal on all.
# No index, no link and no path may enter the files: they hold on any machine.
set -eu
cd "$(dirname "$0")/.."
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL UV_FIND_LINKS

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    python3 -m venv "$work/uv"
    "$work/uv/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
    uv=$work/uv/bin/uv
fi

compile() {
    out=$1
    shift
    "$uv" pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "$out" "$@" pyproject.toml .setup/build.in >/dev/null
}

compile .requirements.lock "$@"
compile .requirements-dev.lock --extra dev --constraint .requirements.lock "$@"
