#!/usr/bin/env bash
# Sets up what a fresh Debian 12 machine with Python 3.11 lacks. Usage: packaging/setup.sh run|dev|laptop
# laptop leaves the municipal server out, and with it the practice environment.
# A second run skips what is there. Without root it prints the exact command to type.
set -euo pipefail
cd "$(dirname "$0")/.."
want=${1:-run}
venv=${LEERPLICHT_VENV:-.venv}
tool=build/uv

qt_libs="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libfreetype6 libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
screen_libs="xvfb xauth"
test_libs="postgresql poppler-utils qpdf softhsm2 chromium"

missing() { for p in "$@"; do dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || echo "$p"; done; }

apt_install() {
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null || { echo "Deze machine heeft geen apt-get. Installeer zelf: $*" >&2; return 0; }
    if [ "$(id -u)" -eq 0 ]; then
        echo "Systeempakketten: $*" >&2
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Er ontbreken systeempakketten. Typ eerst:" >&2
        echo "  sudo apt-get install --no-install-recommends $*" >&2
        exit 1
    fi
}

if [ "$(uname -s)" = Linux ]; then
    wanted="$qt_libs"
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$want" = run ] || wanted="$wanted $screen_libs"
    if [ "$want" = dev ]; then
        if ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; then test_libs="${test_libs#postgresql }"; fi
        wanted="$wanted $test_libs"
    fi
    python3 -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
    # shellcheck disable=SC2046,SC2086
    apt_install $(missing $wanted)
fi

lock=requirements/$want.txt
stamp=$venv/.leerplicht-$want
sum=$(cat "$lock" pyproject.toml | sha256sum | cut -d' ' -f1)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then exit 0; fi

# The installer itself is held to its hash too. Another pin installs it anew.
uv_lock=requirements/uv.txt
if [ ! -x "$tool/bin/uv" ] || ! cmp -s "$uv_lock" "$tool/.lock"; then
    python3 -m venv "$tool"
    "$tool/bin/python" -m pip install -q --disable-pip-version-check --force-reinstall --no-deps --only-binary :all: --require-hashes -r "$uv_lock"
    cp "$uv_lock" "$tool/.lock"
fi
[ -x "$venv/bin/python" ] || "$tool/bin/uv" venv -q --python "$(command -v python3)" "$venv"
"$tool/bin/uv" pip install -q --python "$venv/bin/python" --require-hashes -r "$lock"
"$tool/bin/uv" pip install -q --python "$venv/bin/python" --no-deps -e .
echo "$sum" > "$stamp"
