"""The licences of what the program installs: allowed ones, and the page for those who pass it on.

``python packaging/licences.py > NOTICES.md`` writes the page anew; a test compares the two.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements" / "run.txt"
ALLOWED = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0",
    "PSF-2.0", "Zlib",
}  # fmt: skip
"""Licences that go with the EUPL-1.2 of this program. GPL and AGPL are not among them."""
# What the packages themselves say in other words than SPDX, or not at all; looked up in their own files.
SAID_OTHERWISE = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
KNOWN = {
    "pypdfium2": "Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "pywin32-ctypes": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "tzdata": "Apache-2.0",
}
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)


def installed() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence (SPDX; as the package says it when that is not known) of each locked package."""
    for name, version in sorted(_PINNED.findall(LOCK.read_text("utf-8"))):
        yield name, version, KNOWN.get(name) or _said(name)


def _said(name: str) -> str:
    about = metadata.metadata(name)
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License")]
    said = about.get("License-Expression") or next(iter(classifiers), None) or about.get("License") or "?"
    return SAID_OTHERWISE.get(said, said)


def allowed(licence: str) -> bool:
    """Whether one of the licences that a package offers is allowed."""
    return any(each.strip(" ()") in ALLOWED for each in licence.split(" OR "))


def page() -> str:
    """NOTICES.md."""
    rows = "\n".join(f"| {name} | {version} | {licence} |" for name, version, licence in installed())
    return f"""# Third-party notices

What is installed with this program (EUPL-1.2), from `requirements/run.txt`; made by `packaging/licences.py`.
Each package carries its own licence text in its `dist-info` folder: pass those on with it.

Qt for Python (`pyside6-essentials`, `shiboken6`) and psycopg are used under the LGPL-3.0: whoever passes on a
bundle leaves their libraries as files that can be replaced, adds the text of the LGPL and the GPL, and says where
the source is: <https://code.qt.io> and <https://github.com/psycopg/psycopg>.

| package | version | licence |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    sys.stdout.write(page())
