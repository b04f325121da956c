"""0600 and 0700 everywhere in the data folder, as the program itself leaves it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leerplicht_desktop.machine.modes import shut

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists")


def test_the_rights_of_others_are_taken_off_and_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "buiten"
    outside.write_text("van een ander")
    outside.chmod(0o644)
    folder = tmp_path / "gegevens"
    (folder / "diep").mkdir(parents=True)
    (folder / "diep" / "een").write_text("x")
    (folder / "diep" / "link").symlink_to(outside)
    for path in (folder, folder / "diep", folder / "diep" / "een"):
        path.chmod(0o775 if path.is_dir() else 0o664)
    assert shut(folder) == 3
    assert {path.stat().st_mode & 0o777 for path in (folder, folder / "diep")} == {0o700}
    assert (folder / "diep" / "een").stat().st_mode & 0o777 == 0o600
    assert outside.stat().st_mode & 0o777 == 0o644
    assert shut(folder) == 0


def test_the_program_leaves_nothing_open_to_others(tmp_path: Path) -> None:
    """Also with a generous umask, and what an earlier version left open."""
    data = tmp_path / "gegevens"
    (data / "kluis").mkdir(parents=True)
    (data / "kluis" / "sleutels.json.zonder-kluis-x").write_text("{}")
    for path in (data, data / "kluis", *data.glob("kluis/*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    environment = {**os.environ, "LEERPLICHT_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}
    program = "import os, sys; os.umask(0); from leerplicht_desktop.__main__ import main; sys.exit(main())"
    process = subprocess.Popen([sys.executable, "-c", program], env=environment)
    until = time.monotonic() + 60
    while not (data / "naar-voren").exists():
        assert time.monotonic() < until
        assert process.poll() is None
        time.sleep(0.05)
    open_to_others = [path.name for path in [data, *data.rglob("*")] if path.stat().st_mode & 0o077]
    process.kill()
    process.wait()
    assert open_to_others == []
