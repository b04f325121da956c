"""The forms are handed out from a checkout and from an installed package alike."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from leerplicht_desktop.documents.bureau import formulierbeheer

FORMS = Path(__file__).parents[3] / "forms"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }


def test_forms_come_out_of_a_package_that_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "programma.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in _files(FORMS).items():
            archive.writestr(f"leerplicht_forms/{name}", content)
        archive.writestr("leerplicht_forms/__init__.py", "")
    monkeypatch.setattr(
        formulierbeheer, "meegeleverde_formulieren", lambda: zipfile.Path(packed, "leerplicht_forms/")
    )
    told = io.StringIO()
    assert formulierbeheer.kopieer(tmp_path / "eigen", told) == 0
    assert _files(tmp_path / "eigen") == _files(FORMS)
    assert formulierbeheer.controleer(tmp_path / "eigen", told) == 0
