"""Resources are found in a checkout and in an installed program."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.ui.kit import resources


@pytest.fixture
def _fresh() -> Iterator[None]:
    resources.root.cache_clear()
    yield
    sys.modules.pop("leerplicht_resources", None)
    resources.root.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_a_checkout_has_them_at_its_root() -> None:
    assert resources.read_bytes("fonts", "inter", "Inter-Bold.otf").startswith(b"OTTO")
    assert resources.read_text("icons", "check.svg").endswith("</svg>\n")


@pytest.mark.usefixtures("_fresh")
def test_an_installed_program_has_them_as_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = Path(str(resources.root()))
    resources.root.cache_clear()
    shutil.copytree(checkout / "icons", tmp_path / "leerplicht_resources" / "icons")
    (tmp_path / "leerplicht_resources" / "icons" / "check.svg").write_text("<svg/>", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert resources.read_text("icons", "check.svg") == "<svg/>"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"geen\.svg"):
        resources.read_text("icons", "geen.svg")
