#!/usr/bin/env bash
# Uses what packaging/bundle.sh built as a newcomer would: self-test, forms, and the practice visit with its own
# server. Nothing of the machine's Python or of the checkout is in reach. Pictures: build/bundle/beelden.
set -euo pipefail
cd "$(dirname "$0")/../build/bundle"
bundle=$PWD/leerplicht
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
rm -rf beelden
in_bundle() { env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen LEERPLICHT_DATA="$home/gegevens" "$@"; }

in_bundle "$bundle/leerplicht-desktop" --zelftest
in_bundle "$bundle/leerplicht-desktop" formulieren kopieer "$home/eigen"
in_bundle "$bundle/leerplicht-desktop" formulieren controleer "$home/eigen"
in_bundle "$bundle/leerplicht-desktop" --rondleiding "$PWD/beelden"
[ "$(find beelden -name '*.png' | wc -l)" -eq 7 ]
in_bundle "$PWD/leerplicht-server/leerplicht-server" --version
