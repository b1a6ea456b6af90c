#!/bin/sh
# What script/windows tries, inside its Debian with Wine, on a screen, without a network: a line for each outcome.
set -u
cd /ground/trial || exit 1
c=$WINEPREFIX/drive_c
user=$c/users/root
data=$user/AppData/Local/yuyisuan
installed=$user/AppData/Local/Programs/yuyisuan
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/渝医算.lnk"
desktop=$user/Desktop/渝医算.lnk
classes='HKCU\Software\Classes'
entry='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\yuyisuan'
faults=0

# windows COMMAND…: run it and keep what it says in the file said. The pipe: Wine's helpers outlive the command.
windows() {
    { timeout 300 wine "$@" </dev/null 2>&1; echo $? >status; } | cat >said
    return "$(cat status)"
}

# check WORDS COMMAND…: the command must succeed.
check() {
    words=$1
    shift
    if "$@"; then
        echo "ok      $words"
    else
        echo "FAULT   $words"
        faults=$((faults + 1))
        print_said | tail -n 15
    fi
}

# leaves STATUS COMMAND…: the command must end with this exit status.
leaves() {
    wanted=$1
    shift
    "$@"
    [ "$?" -eq "$wanted" ]
}

# within SECONDS COMMAND…: the command must succeed before the time is over.
within() {
    left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 1
    done
}

absent() {
    for path in "$@"; do
        [ ! -e "$path" ] || return 1
    done
}

present() {
    for path in "$@"; do
        [ -e "$path" ] || return 1
    done
}

says() {
    tr -d '\r' <said | grep -q -e "$1"
}

registered() {
    windows reg query "$@"
}

shown() {
    xdotool search --onlyvisible --name "$1"
}

close_program() {
    windows taskkill /f /im yuyisuan.exe
    within 20 not shown 渝医算
}

not() {
    ! "$@"
}

# Commands of Windows speak in its own code page.
print_said() {
    { iconv -f UTF-8 said 2>/dev/null || iconv -c -f GBK said; echo; } | tr -d '\r' | sed '/^$/d; s/^/        | /'
}

try_stick() {
    folder="$c/测试 文件夹"
    mkdir -p "$folder"
    unzip -q stick.zip -d "$folder"
    program="$folder/yuyisuan"
    check 'stick: self-test in a folder with a space and Chinese' windows "$program/yuyisuan-cli.exe" --self-test
    print_said
    check 'stick: its data lies beside the program' present "$program/data"
    check 'stick: nothing is kept on the computer' absent "$data"
    check "stick: the settlements of $(wc -l <cases.jsonl) worked cases, to the last byte" same_settlements
    check 'stick: a first page is painted' first_page
    check 'stick: a picture of every page' windows "$program/yuyisuan-cli.exe" \
        pictures 'Z:\ground\trial\sample-household.yys' -o 'Z:\ground\trial\pages'
    mount --bind "$program" "$program" && mount -o remount,bind,ro "$program"
    check 'stick, read-only: self-test' windows "$program/yuyisuan-cli.exe" --self-test
    check 'stick, read-only: says where it keeps its data instead' says '程序旁边写不进去'
    umount "$program"
}

same_settlements() {
    timeout 300 wine "$program/yuyisuan-cli.exe" calculate --jsonl 'Z:\ground\trial\cases.jsonl' \
        </dev/null 2>said | cat >answered.jsonl
    cmp expected.jsonl answered.jsonl >>said 2>&1
}

# On a desktop of Wine's own: what is in front there, and in which size, is not left to chance.
first_page() {
    wine explorer /desktop=trial,1366x768 "$(winepath -w "$program/yuyisuan.exe" 2>/dev/null)" \
        </dev/null 2>&1 | cat >said &
    within 60 painted
    result=$?
    sleep 2
    import -window root first-page.png
    close_program
    wineserver -k
    return "$result"
}

# Text and buttons have many shades; an empty desktop or window has few.
painted() {
    import -window root first-page.png
    [ "$(identify -format %k first-page.png)" -gt 100 ]
}

try_installer() {
    check 'installer: installs in silence' windows setup.exe /S
    check 'installer: program and uninstaller are there' \
        present "$installed/yuyisuan.exe" "$installed/yuyisuan-cli.exe" "$installed/uninstall.exe"
    check 'installer: start menu and desktop entry' present "$menu" "$desktop"
    check 'installer: .yys has its type' registered "$classes\\.yys" /ve
    check 'installer: .yys has its icon' registered "$classes\\Yuyisuan.Case\\DefaultIcon" /ve
    check 'installer: listed among the programs' registered "$entry" /v DisplayVersion
    check 'installed: self-test' windows "$installed/yuyisuan-cli.exe" --self-test
    check 'installed: self-test says where the data lies' says '可以写入：C:\\users\\root\\AppData\\Local\\yuyisuan'
}

try_double_click() {
    mkdir -p "$user/Documents/家庭 资料"
    case_file="$user/Documents/家庭 资料/示例 家庭.yys"
    cp sample-household.yys "$case_file"
    # Windows looks for file types among the user's own, too; Wine only among those of the computer.
    for key in .yys Yuyisuan.Case; do
        windows reg copy "$classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f
    done
    wine start 'C:\users\root\Documents\家庭 资料\示例 家庭.yys' </dev/null 2>&1 | cat >said &
    check 'double-click on a .yys opens it' within 60 shown '示例 家庭'
    check 'installer: refuses while the program runs' leaves 3 windows setup.exe /S
    check 'uninstaller: refuses while the program runs' leaves 3 windows "$installed/uninstall.exe" /S _?="$inst"
    check 'both: the running program is whole' present "$installed/yuyisuan.exe" "$installed/_internal" "$menu"
    close_program
}

keep_something() {
    mkdir -p "$data/drafts" "$data/logs" "$data/packs"
    for file in settings.json drafts/0.json logs/error-0.log packs/chongqing-resident-2027.toml own.yys; do
        echo kept >"$data/$file"
    done
}

kept() {
    grep -q kept "$data/settings.json" "$data/drafts/0.json" "$data/packs/chongqing-resident-2027.toml" \
        "$data/own.yys" && cmp -s sample-household.yys "$case_file"
}

try_upgrade() {
    keep_something
    echo old >"$installed/_internal/of-an-earlier-version"
    check 'upgrade: installs over an earlier version' windows setup.exe /S
    check 'upgrade: what the earlier one left is gone' absent "$installed/_internal/of-an-earlier-version"
    check 'upgrade: drafts, settings, packs and cases are kept' kept
}

try_uninstaller() {
    check 'uninstaller: removes in silence' windows "$installed/uninstall.exe" /S
    check 'uninstaller: the program is gone' within 60 absent "$installed" "$menu" "$desktop"
    check 'uninstaller: the file type is gone' not registered "$classes\\.yys"
    check 'uninstaller: it is listed no more' not registered "$entry"
    check 'uninstaller: drafts, settings, packs and cases are kept' kept
    windows setup.exe /S
    check 'uninstaller /DATA: removes' windows "$installed/uninstall.exe" /S /DATA
    check 'uninstaller /DATA: the program is gone' within 60 absent "$installed"
    check 'uninstaller /DATA: drafts, settings, packs and logs are gone' \
        absent "$data/settings.json" "$data/drafts" "$data/packs" "$data/logs"
    check 'uninstaller /DATA: cases that were saved are kept' present "$data/own.yys" "$case_file"
}

{ wineboot -i </dev/null; wineserver -w; } 2>&1 | cat >said
inst='C:\users\root\AppData\Local\Programs\yuyisuan'
try_stick
try_installer
try_double_click
try_upgrade
try_uninstaller
if [ "$faults" -eq 0 ]; then
    echo 'all of it works' >outcome
else
    echo "$faults faults" >outcome
fi
cat outcome
