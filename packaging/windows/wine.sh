#!/usr/bin/env bash
# Runs a Windows program in Wine, in the Debian 13 folder that prepare.sh made. Its mounts end with it.
# Usage: packaging/windows/wine.sh FOLDER PROGRAM [WORDS...]; FOLDER is where it starts, as Windows sees it
# below Z:\win (the folder build/windows). WINE_VARIABLES holds more NAME=value pairs, one per line.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/windows
folder=$1
shift
[ -S "/tmp/.X11-unix/X${DISPLAY_NUMBER:=121}" ] || { echo "Er is geen scherm :$DISPLAY_NUMBER; zie packaging/windows/build.sh." >&2; exit 1; }
exec unshare --mount bash -c '
    root=$1 work=$2 folder=$3 number=$4; shift 4
    mount --bind /proc "$root/proc"; mount --bind /dev "$root/dev"; mount --bind "$work" "$root/win"
    mkdir -p "$root/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    mapfile -t more < <(printf "%s" "${WINE_VARIABLES:-}")
    exec env -i "${more[@]}" PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/wine WINEPREFIX=/wine/pfx WINEARCH=win64 WINEDEBUG=-all \
        WINEDLLOVERRIDES=mscoree,mshtml= DISPLAY=":$number" LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
        chroot "$root" sh -c "cd \"\$0\" && exec wine \"\$@\" 2>/dev/null" "/win/$folder" "$@"
' wine "$work/trixie" "$work" "$folder" "$DISPLAY_NUMBER" "$@"
