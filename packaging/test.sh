#!/usr/bin/env bash
# Runs every test, two workers beside each other. A test is lost when Qt ends its whole worker: that says
# nothing about the test, so those, and only those, run once more by themselves, and where Qt was is printed.
set -uo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
py=${LEERPLICHT_VENV:-.venv}/bin/python
mkdir -p build
log=build/tests.log

# File by file: what a file builds once, such as a server or a paper, is not built by both workers.
"$py" -m pytest -q -n 2 --dist loadfile "${@:-tests}" 2>&1 | tee "$log"
rc=${PIPESTATUS[0]}
[ "$rc" -eq 1 ] || exit "$rc"

mapfile -t lost < <(sed -n -E "s/^worker 'gw[0-9]+' crashed while running ['\"](.*)['\"]\$/\1/p" "$log" | sort -u)
failed=$(grep -c -E '^(FAILED|ERROR) ' "$log")
[ "${#lost[@]}" -gt 0 ] && [ "${#lost[@]}" -eq "$failed" ] || exit 1

echo "== ${#lost[@]} test(s) lost with their worker; where it ended:"
grep -A 40 'Fatal Python error' "$log" || echo "(nothing was left of it)"
echo "== once more, by themselves:"
exec "$py" -m pytest -q -p no:xdist "${lost[@]}"
