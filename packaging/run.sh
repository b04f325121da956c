#!/usr/bin/env bash
# Opens the program on the practice caseload. Without a screen it walks the practice visit under a virtual one.
set -euo pipefail
cd "$(dirname "$0")/.."
py=${LEERPLICHT_VENV:-.venv}/bin/python

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "Deze machine heeft geen scherm. Het oefenbezoek wordt op een virtueel scherm gelopen;"
    echo "de beelden komen in build/screens/."
    mkdir -p build/screens
    exec xvfb-run -a -s "-screen 0 1600x1000x24" "$py" -m leerplicht_desktop --rondleiding build/screens "$@"
fi
exec "$py" -m leerplicht_desktop --demo "$@"
