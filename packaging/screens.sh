#!/usr/bin/env bash
# A picture of every screen of the real program on the practice caseload, in three widths, light and dark.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build/screens
exec xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python -m leerplicht_desktop --schermen build/screens "$@"
