#!/usr/bin/env bash
# Puts the engines that `make bench` compares our paper with in a place of their own. Without a network it says so
# and leaves the table to do without: they are no dependencies of the program.
set -uo pipefail
cd "$(dirname "$0")/.."
venv=build/bench-venv lock=requirements/bench.txt
stamp=$venv/.bench
sum=$(sha256sum "$lock" | cut -d' ' -f1)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then exit 0; fi
uv=build/uv/bin/uv
if [ -x "$uv" ] && "$uv" venv -q --clear --python .venv/bin/python "$venv" && "$uv" pip install -q --python "$venv/bin/python" --require-hashes -r "$lock"; then
    echo "$sum" > "$stamp"
else
    rm -rf "$venv"
    echo "WeasyPrint en typst konden niet worden geïnstalleerd; de tabel gaat zonder hen verder." >&2
fi
exit 0
