"""Whether the files of the program are still those that were handed out.

A wheel brings its list along (``RECORD``, the format of PEP 376); a bundle has ``bestanden.sha256`` beside
its programs, as ``sha256sum`` writes it. A checkout has neither, and is not looked at.
"""

from __future__ import annotations

import base64
import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from .children import in_bundle

LIST_OF_BUNDLE = "bestanden.sha256"
_DISTRIBUTION = "leerplicht-desktop"
_SHOWN = 5
"""Names in one message; whoever has more of them installs anew anyway."""


class ChangedFilesError(Exception):
    """Files that are gone or changed; the text names them and the remedy."""


def examine() -> str:
    """Compare every file; the answer counts them. Raises ChangedFilesError."""
    listed = dict(_bundled()) if in_bundle() else dict(_installed())
    wrong = sorted(
        (f"{'ontbreekt' if found is None else 'veranderd'}: {path.name} in {path.parent}")
        for path, wanted in listed.items()
        if (found := _digest(path)) != wanted
    )
    if wrong:
        more = f" en nog {len(wrong) - _SHOWN}" if len(wrong) > _SHOWN else ""
        raise ChangedFilesError(f"{'; '.join(wrong[:_SHOWN])}{more}. Installeer het programma opnieuw.")
    return (
        f"{len(listed)} bestanden zoals ze zijn uitgegeven"
        if listed
        else "niet geïnstalleerd, dus niet vergeleken"
    )


def _bundled() -> Iterator[tuple[Path, str]]:
    folder = Path(sys.executable).parent
    try:
        lines = (folder / LIST_OF_BUNDLE).read_text("utf-8").splitlines()
    except OSError as fault:
        raise ChangedFilesError(f"ontbreekt: {LIST_OF_BUNDLE}. Installeer het programma opnieuw.") from fault
    for line in lines:
        digest, _, name = line.partition("  ")
        yield folder / name, digest


def _installed() -> Iterator[tuple[Path, str]]:
    try:
        found = distribution(_DISTRIBUTION)
    except PackageNotFoundError:
        return
    for file in found.files or ():
        if file.hash is not None and file.hash.mode == "sha256":
            raw = base64.urlsafe_b64decode(file.hash.value + "==")
            yield Path(str(found.locate_file(file))), raw.hex()


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return None
