#!/usr/bin/env bash
# Does what a machine can do for a release: builds all that is handed out, its bill of materials and its checksums,
# and proves that a second build gives the same wheel. Signing is for a person: see docs/uitgeven.md.
set -euo pipefail
cd "$(dirname "$0")/.."
out=build/handed-out
uv=build/uv/bin/uv
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

if [ -n "$(git status --porcelain)" ]; then
    echo "Er staat werk dat niet is vastgelegd. Leg het vast, of zet het weg; uitgegeven wordt wat in git staat." >&2
    exit 1
fi
rm -rf "$out"
mkdir -p "$out"

"$uv" build -q --wheel -o "$out"
"$uv" build -q --wheel -o build/second
cmp "$out"/*.whl build/second/*.whl
rm -rf build/second

packaging/bundle.sh
packaging/try_bundle.sh
packaging/deb.sh

libraries=build/release-venv
"$uv" venv -q --clear --python .venv/bin/python "$libraries"
"$uv" pip install -q --python "$libraries/bin/python" --require-hashes -r requirements/release.txt
for folder in leerplicht leerplicht-server; do
    build/bundle/venv/bin/python packaging/sbom.py "build/bundle/$folder" --libraries "$libraries"/lib/python3*/site-packages > "$out/$folder.cdx.json"
done
(cd "$out" && sha256sum -- *.whl *.deb *.json > SHA256SUMS)
echo "Klaar om te ondertekenen: $out"
cat "$out/SHA256SUMS"
