#!/usr/bin/env bash
# Builds the folders that are handed out (see leerplicht.spec), from the locked run requirements only.
# Usage: packaging/bundle.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=build/bundle
uv=build/uv/bin/uv
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)} PYTHONHASHSEED=0

rm -rf "$work/dist" "$work/leerplicht" "$work/leerplicht-server" "$work/venv"
mkdir -p "$work"
"$uv" build -q --wheel -o "$work/dist"
"$uv" venv -q --python "$(command -v python3)" "$work/venv"
"$uv" pip install -q --python "$work/venv/bin/python" --require-hashes -r requirements/run.txt -r requirements/bundle.txt
"$uv" pip install -q --python "$work/venv/bin/python" --no-deps "$work"/dist/*.whl
"$work/venv/bin/python" -m PyInstaller --noconfirm --log-level WARN --distpath "$work" --workpath "$work/work" packaging/leerplicht.spec
for folder in leerplicht leerplicht-server; do
    cp LICENSE NOTICES.md "$work/$folder/"
    (cd "$work/$folder" && find . -type f -print0 | sort -z | xargs -0 sha256sum) > "$work/bestanden.sha256"
    mv "$work/bestanden.sha256" "$work/$folder/bestanden.sha256"
    echo "Klaar: $work/$folder ($(du -sm "$work/$folder" | cut -f1) MB, $(find "$work/$folder" -type f | wc -l) bestanden)"
done
