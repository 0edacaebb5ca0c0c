#!/bin/sh
# Makes .venv/ from the locks; asks for nothing, does nothing when nothing changed.
#   sh .setup/setup.sh       what the reports need
#   sh .setup/setup.sh dev   what the checks and tests need, too
set -eu
cd "$(dirname "$0")/.."

venv=.venv
run_files=".requirements.lock pyproject.toml .setup/setup.sh .setup/stamp.py"
dev_files="$run_files .requirements-dev.lock"

say() { printf '%s\n' "setup: $*" >&2; }
fail() { printf '%s\n' "error: $*" >&2; exit 1; }

work=$(mktemp -d)
fresh=no # yes while a half-made .venv stands there
tidy() {
    rm -rf "$work"
    if [ "$fresh" = yes ]; then rm -rf "$venv"; fi
}
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

# --- what is there ---------------------------------------------------------

# is_done STAMP FILES: true when the environment was made from these files
is_done() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/$1" ] || return 1
    # shellcheck disable=SC2086  # a list of names without spaces
    key=$("$venv/bin/python" .setup/stamp.py $2 2>/dev/null) || return 1
    [ "$key" = "$(cat "$venv/$1")" ]
}

# stamp STAMP FILES: written last, so that a broken run is never taken as done
stamp() {
    # shellcheck disable=SC2086
    "$venv/bin/python" .setup/stamp.py $2 >"$work/stamp"
    mv "$work/stamp" "$venv/$1"
}

# find_python MODULES: prints the first python from 3.11 on that has them
# PYTHON=… puts another one first
find_python() {
    for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3; do
        if "$name" -c "import sys, $1; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

has_font() {
    if command -v fc-list >/dev/null 2>&1; then
        fc-list : family 2>/dev/null | grep -q 'Liberation Serif'
    else
        find -L /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" \
            "${HOME:-/nonexistent}/.local/share/fonts" \
            -name 'LiberationSerif-Regular.ttf' 2>/dev/null | grep -q .
    fi
}

# --- system packages -------------------------------------------------------

# as_root COMMAND…: never asks for a password
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@" >"$work/apt.log" 2>&1 </dev/null
}

apt_update() {
    as_root apt-get update -q >"$work/apt.log" 2>&1 </dev/null
}

# Debian 12 calls the second generation of these fonts fonts-liberation2
font_package() {
    if command -v apt-cache >/dev/null 2>&1 && apt-cache show fonts-liberation2 >/dev/null 2>&1
    then echo fonts-liberation2; else echo fonts-liberation; fi
}

# install WHAT PACKAGE…: by apt where that needs no question, else says what to run
install() {
    what=$1
    shift
    can_install || fail "missing $what; run this once: sudo apt-get install -y $*"
    say "installing $what ($*)"
    if ! apt_install "$@"; then
        apt_update || true
        apt_install "$@" || {
            tail -n 5 "$work/apt.log" >&2
            fail "could not install $what; run this once: sudo apt-get install -y $*"
        }
    fi
}

need_python() {
    python=$(find_python 'venv, ensurepip') && return 0
    packages=python3-venv
    if bare=$(find_python os); then
        packages=$("$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    fi
    install 'Python 3.11 or later with venv' "$packages"
    python=$(find_python 'venv, ensurepip') ||
        fail 'Python 3.11 or later is needed; install one and run make again'
}

need_libraries() {
    missing=$("$python" .setup/probe.py)
    has_font || {
        # the list of packages must be there to know the name of the font package
        if can_install && ! apt-cache show fonts-liberation >/dev/null 2>&1; then
            apt_update || true
        fi
        missing="$missing $(font_package)"
    }
    # shellcheck disable=SC2086
    set -- $missing
    [ $# = 0 ] || install 'system libraries and fonts' "$@"
    missing=$("$python" .setup/probe.py | tr '\n' ' ')
    [ -z "$missing" ] || fail "cannot load ${missing% }, though the packages are installed"
    has_font || fail 'the font Liberation Serif is not found, though its package is installed'
}

# --- Python packages -------------------------------------------------------

pip_install() {
    "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
        --no-warn-script-location "$@" >"$work/pip.log" 2>&1 </dev/null || {
        tail -n 12 "$work/pip.log" >&2
        fail 'the Python packages could not be installed (see above); run make again to retry'
    }
}

make_run() {
    need_python
    need_libraries
    say "making $venv with $("$python" -V)"
    fresh=yes
    rm -rf "$venv"
    "$python" -m venv "$venv" >"$work/venv.log" 2>&1 || {
        tail -n 5 "$work/venv.log" >&2
        fail "could not make $venv"
    }
    say 'installing the locked packages'
    pip_install --require-hashes -r .requirements.lock
    pip_install --no-deps --no-build-isolation -e .
    stamp .stamp-run "$run_files"
    fresh=no
}

make_dev() {
    say 'installing the locked packages for checks and tests'
    pip_install --require-hashes -r .requirements-dev.lock
    stamp .stamp-dev "$dev_files"
}

# without a home of one's own pip has nowhere to keep its cache
if [ -z "${HOME:-}" ] || [ ! -w "${HOME:-}" ]; then
    HOME=$work
    PIP_NO_CACHE_DIR=1
    export HOME PIP_NO_CACHE_DIR
fi

is_done .stamp-run "$run_files" || make_run
[ "${1:-}" != dev ] || is_done .stamp-dev "$dev_files" || make_dev
