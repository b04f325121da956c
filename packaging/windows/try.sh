#!/usr/bin/env bash
# Uses the MSI as a newcomer would, in Wine: installs it, looks at what stands where, runs the self-test and the
# practice visit in Program Files, takes it away again, and holds that what the officer made is still there.
# Started by build.sh, which gives it a screen.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/windows
wine=packaging/windows/wine.sh
pfx=$work/trixie/wine/pfx/drive_c
program="C:\\Program Files\\Leerplicht Desktop\\leerplicht-desktop.exe"
there="$pfx/Program Files/Leerplicht Desktop"
export DISPLAY_NUMBER=${DISPLAY_NUMBER:-121}
fail() { echo "NIET GOED: $*" >&2; exit 1; }

msiinfo suminfo "$work/leerplicht.msi" >/dev/null
msiinfo export "$work/leerplicht.msi" Shortcut | grep -q leerplicht-desktop.exe || fail "geen ingang in het startmenu"
msiinfo export "$work/leerplicht.msi" Upgrade | grep -q B0A6F3AC || fail "geen upgradecode"

# What an earlier try left behind would be taken for this one: the same version is not installed twice.
if [ -e "$there" ]; then
    $wine . msiexec /x 'Z:\win\leerplicht.msi' /qn
    rm -rf "$there"
fi
$wine . msiexec /i 'Z:\win\leerplicht.msi' /qn
[ -e "$there/leerplicht-desktop.exe" ] || fail "de installatie zette niets in Program Files"
(cd "$there" && sha256sum --quiet -c bestanden.sha256) || fail "wat geïnstalleerd is, verschilt van wat gebouwd is"
find "$pfx" -name 'Leerplicht Desktop.lnk' | grep -q . || fail "geen snelkoppeling"
echo "geïnstalleerd: $(find "$there" -type f | wc -l) bestanden"

rm -rf "$work/beelden" "$pfx/Gegevens van Zoë"
mkdir -p "$work/beelden"
home="LEERPLICHT_DATA=C:\\Gegevens van Zoë"
WINE_VARIABLES=$home $wine . "$program" --zelftest --json >"$work/zelftest.json" || { cat "$work/zelftest.json"; fail "de zelftest"; }
cat "$work/zelftest.json"
began=$(date +%s)
WINE_VARIABLES=$home timeout 300 $wine . "$program" --rondleiding 'Z:\win\beelden' || fail "de rondleiding"
[ "$(find "$work/beelden" -name '*.png' | wc -l)" -eq 7 ] || fail "de rondleiding maakte geen zeven beelden"
echo "rondleiding: $(($(date +%s) - began)) s"

mkdir -p "$pfx/Gegevens van Zoë"
touch "$pfx/Gegevens van Zoë/van de ambtenaar"
$wine . msiexec /x 'Z:\win\leerplicht.msi' /qn
[ ! -e "$there/leerplicht-desktop.exe" ] || fail "verwijderen liet het programma staan"
[ -e "$pfx/Gegevens van Zoë/van de ambtenaar" ] || fail "verwijderen nam gegevens van de ambtenaar mee"
echo "verwijderd; wat de ambtenaar had, staat er nog"
