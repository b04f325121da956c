#!/usr/bin/env bash
# Builds the Windows bundle and its MSI on Debian, installs the MSI in Wine, and uses the installed program as a
# newcomer would. Usage: packaging/windows/build.sh. Pictures of the tour: build/windows/beelden.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/windows
out=build/handed-out
uv=build/uv/bin/uv
wine=packaging/windows/wine.sh
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -1)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)} PYTHONHASHSEED=0
export DISPLAY_NUMBER=${DISPLAY_NUMBER:-121}
began=$(date +%s)
told() { echo "[$(($(date +%s) - began)) s] $*"; }

packaging/windows/prepare.sh
told "Debian 13 met Wine, de Python van Windows en de wheels staan klaar"

mkdir -p "$out" /tmp/.X11-unix
Xvfb ":$DISPLAY_NUMBER" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null || true' EXIT
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X$DISPLAY_NUMBER" ] && break; sleep 0.1; done
if [ ! -d "$work/trixie/wine/pfx/drive_c/windows/system32" ]; then $wine . wineboot -i >/dev/null || true; fi
cp "$work/icuuc.dll" "$work/trixie/wine/pfx/drive_c/windows/system32/"

rm -rf "$work/dist" "$work/bouw"
"$uv" build -q --wheel -o "$work/dist"
"$uv" pip install -q --python-platform x86_64-pc-windows-msvc --python-version 3.13 --no-deps --reinstall --target "$work/site" "$work"/dist/*.whl
mkdir -p "$work/bouw"
cp packaging/leerplicht.spec packaging/desktop.py packaging/server.py "$work/bouw/"
.venv/bin/python packaging/windows/resources.py "$version" "$work/bouw"
WINE_VARIABLES="LEERPLICHT_VERSION_FILE=version.txt
LEERPLICHT_ICON=leerplicht.ico
SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH
PYTHONHASHSEED=0" \
    $wine bouw ../python/python.exe -m PyInstaller --noconfirm --log-level WARN --distpath 'Z:\win\bouw\dist' --workpath 'Z:\win\bouw\work' leerplicht.spec
bundle=$work/bouw/dist/leerplicht
cp LICENSE NOTICES.md "$bundle/"
(cd "$bundle" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$work/bestanden.sha256"
mv "$work/bestanden.sha256" "$bundle/bestanden.sha256"
told "bundel: $(du -sm "$bundle" | cut -f1) MB, $(find "$bundle" -type f | wc -l) bestanden"

msi=$out/leerplicht-desktop_${version}_x64.msi
.venv/bin/python packaging/windows/installer.py "$bundle" "$version" >"$work/leerplicht.wxs"
find "$bundle" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
cp "$work/bouw/leerplicht.ico" "$work/leerplicht.ico"
(cd "$work" && wixl -a x64 -D Bron=bouw/dist/leerplicht -o leerplicht.msi leerplicht.wxs)
cp "$work/leerplicht.msi" "$msi"
told "MSI: $(du -m "$msi" | cut -f1) MB"

packaging/windows/try.sh
told "klaar: $msi"
