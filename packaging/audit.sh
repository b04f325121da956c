#!/usr/bin/env bash
# Compares what a laptop and a server install with the known vulnerabilities of OSV. It needs a network, asks only
# for the names and versions of the lock file, and says so when nobody answers.
# 0: nothing known. 1: something is known, see the table. 2: nothing could be asked, so nothing is known either way.
set -uo pipefail
cd "$(dirname "$0")/.."
venv=build/audit-venv lock=requirements/audit.txt uv=build/uv/bin/uv
if ! cmp -s "$lock" "$venv/.lock"; then
    "$uv" venv -q --clear --python .venv/bin/python "$venv" &&
        "$uv" pip install -q --python "$venv/bin/python" --require-hashes -r "$lock" &&
        cp "$lock" "$venv/.lock" || { echo "pip-audit kon niet worden geïnstalleerd; er is niets nagekeken." >&2; exit 2; }
fi
said=$("$venv/bin/pip-audit" --progress-spinner off --disable-pip --require-hashes -s osv -r requirements/run.txt 2>&1)
rc=$?
if [ $rc -ne 0 ] && ! grep -q '^Found .* known vulnerabilit' <<<"$said"; then
    tail -n 1 <<<"$said" >&2
    echo "De lijst van bekende lekken (OSV) was niet te bereiken of niet te lezen: er is NIETS nagekeken." >&2
    echo "Zorg voor een netwerk en geef opnieuw: make audit" >&2
    exit 2
fi
echo "$said"
exit $rc
