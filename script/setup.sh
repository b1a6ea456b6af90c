# Sourced by the scripts beside it, from the repository's root: what the program needs on a bare machine.
# shellcheck shell=sh

say() {
    printf '==> %s\n' "$*"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Debian packages: what Qt loads; what a real window and a printer need on top.
packages_run='libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libcups2'

# Name the packages of a list that are not installed. Newer releases call some by a name that ends in t64.
missing_packages() {
    for package in "$@"; do
        for name in "$package" "${package}t64"; do
            if dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed; then
                continue 2
            fi
        done
        printf '%s ' "$package"
    done
}

# Install the Debian packages of a list that are missing, or name them where that is not ours to do.
set_up_system() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "No Debian packages here. If the program does not start, install what these hold: $*"
        return
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        fail "These packages are missing: ${missing}
Install them and start again:  sudo apt-get install ${missing}"
    fi
    say "Installing system packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing >/dev/null || fail "Not installed: $missing"
}

# Print the first Python that will do: it can make environments, and the pinned Qt has a build for it.
find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import ensurepip, sys, venv
assert (3, 11) <= sys.version_info < (3, 14)' >/dev/null 2>&1; then
            command -v "$python"
            return
        fi
    done
    return 1
}

# Make an environment with exactly what requirements.lock pins; again only when the lock has changed.
set_up_python() {
    folder=$1
    if [ -x "$folder/bin/python" ] && cmp -s requirements.lock "$folder/requirements.lock"; then
        return
    fi
    python=$(find_python) || fail "Python 3.11, 3.12 or 3.13 is needed; this machine has none."
    say "Setting up $folder with $("$python" --version); the first time takes a minute or two"
    rm -rf "$folder"
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements.lock
    # Last: only a finished environment counts.
    cp requirements.lock "$folder/requirements.lock"
}

# Set up everything; the arguments are further Debian packages.
set_up() {
    find_python >/dev/null || set -- python3 python3-venv "$@"
    # shellcheck disable=SC2086
    set_up_system $packages_run "$@"
    set_up_python .venv
}
