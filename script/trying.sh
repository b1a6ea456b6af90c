# Sourced after setup.sh: try a built program where it will have to work.
# shellcheck shell=sh

# Run a command that says what is wrong; show that if it fails. The first argument names what is tried.
try() {
    what=$1
    shift
    if ! said=$("$@" 2>&1 </dev/null); then
        printf '%s\n' "$said" >&2
        fail "It failed $what. The lines above say why."
    fi
    say "Tried $what"
}

# As another user where this one may become one; a user of the same name elsewhere.
as_other() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
    else
        "$@"
    fi
}

# Try the program in a folder: with nothing in the environment, without network, from a read-only folder with
# spaces and Chinese in its path, as another user.
try_everywhere() {
    try "with an empty environment" env -i "$1/yuyisuan" --self-test
    try "a command" env -i "$1/yuyisuan" calculate resources/samples/sample-household.yys
    if unshare --net true 2>/dev/null; then
        try "without network" unshare --net env -i HOME="$HOME" "$1/yuyisuan" --self-test
    elif unshare --map-root-user --net true 2>/dev/null; then
        try "without network" unshare --map-root-user --net env -i HOME="$HOME" "$1/yuyisuan" --self-test
    else
        say "Not tried without network: this machine does not let it be cut off"
    fi
    place=$(mktemp -d)
    trap 'chmod -R u+w "$place"; rm -rf "$place"' EXIT INT TERM
    folder="$place/只读 文件夹/渝 医算"
    mkdir -p "$folder" "$place/home"
    cp -a "$1/." "$folder"
    chmod -R a-w,a+rX "$folder"
    chmod 755 "$place"
    other="as this user, the only one there is"
    if [ "$(id -u)" -eq 0 ]; then
        chown nobody "$place/home"
        other="as another user"
    fi
    try "from a read-only folder with spaces and Chinese in its path, $other" \
        as_other env -i HOME="$place/home" "$folder/yuyisuan" --self-test
}
