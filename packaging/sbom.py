"""The bill of materials of a bundle (CycloneDX 1.6, JSON): what each file belongs to, the native parts named.

``python packaging/sbom.py BUNDLE > SBOM`` with the Python that the bundle was built from; ``--libraries`` names the
folder where cyclonedx-python-lib is, which is no part of the bundle. A file that belongs to nothing ends it with 1
and is named: then a library came along that nobody chose. One of the system that is not in SYSTEM does too. The same bundle gives the same bytes.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import os
import re
import runpy
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
OWN = "leerplicht-desktop"
_PYTHON = re.compile(r"^(python3\.\d+/|lib-dynload/|base_library\.zip|libpython3)")
_BUILT_HERE = re.compile(r"^(\.\./)?(leerplicht-desktop|leerplicht-server)(\.exe)?$|bestanden\.sha256$|LICENSE$|NOTICES\.md$")


SYSTEM = {
    "0BSD": "liblzma5",
    "AFL-2.1": "libdbus-1-3",
    "Apache-2.0": "libcups2 libssl3",
    "BSD-3-Clause": "libbsd0 libcap2 libjpeg62-turbo libmd0 libp11-kit0 libpcre2-8-0 libuuid1 libzstd1",
    "BSD-2-Clause": "liblz4-1",
    "FTL": "libfreetype6",
    "GPL-3.0-or-later WITH GCC-exception-3.1": "libgcc-s1 libstdc++6",
    "LGPL-2.1-or-later": (
        "libavahi-client3 libavahi-common3 libblkid1 libgcrypt20 libglib2.0-0 libgnutls30 libgpg-error0 libkeyutils1"
        " libmount1 libsystemd0 libtasn1-6"
    ),
    "LGPL-3.0-or-later": "libgmp10 libhogweed6 libidn2-0 libnettle8 libunistring2",
    "libpng-2.0": "libpng16-16",
    "MIT": (
        "libbrotli1 libcom-err2 libexpat1 libffi8 libfontconfig1 libgssapi-krb5-2 libk5crypto3 libkrb5-3"
        " libkrb5support0 libx11-6 libx11-xcb1 libxau6 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0"
        " libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1"
        " libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxdmcp6 libxext6 libxfixes3 libxkbcommon-x11-0 libxkbcommon0"
        " libxrender1 libtinfo6"
    ),
    "bzip2-1.0.6": "libbz2-1.0",
    "blessing": "libsqlite3-0",
    "libselinux-1.0": "libselinux1",
    "Zlib": "zlib1g",
}
"""Libraries of the building machine that may come along, by licence (SPDX). Nothing under the GPL without exception."""


def owners(bundle: Path) -> Iterator[tuple[str, str]]:
    """Each file of the bundle with the name of the component it belongs to, or "" when nothing owns it."""
    inside = bundle / "_internal"
    wheels = dict(_wheel_files())
    libraries = {Path(known).name: owner for known, owner in wheels.items() if ".so" in known}
    for path in sorted(bundle.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(inside).as_posix() if inside in path.parents else path.relative_to(bundle).as_posix()
        yield path.relative_to(bundle).as_posix(), _owner(name, wheels, libraries)


def _owner(name: str, wheels: dict[str, str], libraries: dict[str, str]) -> str:
    if name in wheels:
        return wheels[name]
    if _BUILT_HERE.search(name):
        return OWN
    if _PYTHON.search(name):
        return "python"
    if (dist := re.match(r"([A-Za-z0-9_.]+)-[^/]+\.dist-info/", name)) is not None:
        return _plain(dist[1])
    return libraries.get(Path(name).name) or _system(Path(name).name)


def _wheel_files() -> Iterator[tuple[str, str]]:
    for found in metadata.distributions():
        owner = _plain(found.metadata["Name"])
        for file in found.files or ():
            yield file.as_posix(), owner


@functools.cache
def _system(name: str) -> str:
    """The Debian package of a library of the machine that built the bundle, as ``deb:libx11-6``."""
    found = subprocess.run(["dpkg-query", "-S", f"*/{name}*"], capture_output=True, text=True, check=False)
    first = found.stdout.splitlines()[0] if found.returncode == 0 and found.stdout else ""
    return "deb:" + first.split(":")[0] if first else ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def native() -> Iterator[tuple[str, str, str, str]]:
    """Name, version, licence and the wheel that holds it, of each native part; asked of the part itself."""
    import ssl

    import psycopg
    import pypdfium2
    import uharfbuzz
    from cryptography.hazmat.backends.openssl import backend
    from PIL import features
    from PySide6.QtCore import qVersion
    from sqlcipher3 import dbapi2

    cipher = dbapi2.connect(":memory:")
    cipher.execute("pragma key = 'asked only which library this is'")
    yield "qt", qVersion(), "LGPL-3.0-only", "pyside6-essentials"
    yield "sqlcipher", cipher.execute("pragma cipher_version").fetchone()[0].split()[0], "BSD-3-Clause", "sqlcipher3"
    yield "sqlite", dbapi2.sqlite_version, "blessing", "sqlcipher3"
    yield "openssl", _number(cipher.execute("pragma cipher_provider_version").fetchone()[0]), "Apache-2.0", "sqlcipher3"
    yield "openssl", _number(backend.openssl_version_text()), "Apache-2.0", "cryptography"
    yield "openssl", _number(ssl.OPENSSL_VERSION), "Apache-2.0", "python"
    yield "libpq", _dotted(psycopg.pq.version()), "PostgreSQL", "psycopg-binary"
    yield "pdfium", str(pypdfium2.PDFIUM_INFO), "Apache-2.0", "pypdfium2"
    yield "icu", _icu(), "Unicode-3.0", "pyside6-essentials"
    yield "harfbuzz", uharfbuzz.version_string(), "MIT-Modern-Variant", "uharfbuzz"
    for part, licence in (("jpg", "IJG"), ("libtiff", "libtiff"), ("zlib", "Zlib"), ("freetype2", "FTL")):
        if found := features.version(part):
            yield part, found, licence, "pillow"


def _number(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+\w*", text)
    return found[0] if found else text


def _dotted(version: int) -> str:
    return f"{version // 10000}.{version % 10000}"


def _icu() -> str:
    import PySide6

    found = next(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"), None)
    return found.name.rsplit(".", 1)[1] if found else "?"


def bill(bundle: Path, owned: list[tuple[str, str]]) -> str:
    """The document."""
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.license import LicenseExpression
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion
    from packageurl import PackageURL

    licences = {_plain(name): licence for name, _, licence in runpy.run_path(str(ROOT / "packaging/licences.py"))["installed"]()}
    parts = [
        Component(
            name=name,
            version=metadata.version(name),
            licenses=[LicenseExpression(licences[name])] if name in licences else [],
            purl=PackageURL("pypi", None, name, metadata.version(name)),
            bom_ref=f"pypi/{name}",
        )
        for name in sorted({owner for _, owner in owned if not owner.startswith("deb:") and owner not in {OWN, "python"}})
    ]
    parts.append(Component(name="python", version=sys.version.split()[0], licenses=[LicenseExpression("PSF-2.0")], bom_ref="python"))
    parts += [
        Component(name=name, version=version, licenses=[LicenseExpression(licence)],
                  description=f"in {wheel}", bom_ref=f"native/{wheel}/{name}")
        for name, version, licence, wheel in native()
    ]  # fmt: skip
    for name in sorted({owner[4:] for _, owner in owned if owner.startswith("deb:")}):
        version = _installed_version(name)
        licence = next(each for each, names in SYSTEM.items() if name in names.split())
        parts.append(
            Component(
                name=name,
                version=version,
                licenses=[LicenseExpression(licence)],
                purl=PackageURL("deb", "debian", name, version),
                bom_ref=f"deb/{name}",
            )
        )
    digest = hashlib.sha256(repr(owned).encode()).hexdigest()
    document = Bom(components=parts, serial_number=uuid.uuid5(uuid.NAMESPACE_OID, digest))
    document.metadata.timestamp = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    document.metadata.component = Component(
        name=OWN, version=metadata.version(OWN), type=ComponentType.APPLICATION,
        licenses=[LicenseExpression("EUPL-1.2")], bom_ref=OWN,
    )  # fmt: skip
    document.register_dependency(document.metadata.component, parts)
    return make_outputter(document, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1)



def _installed_version(name: str) -> str:
    found = subprocess.run(["dpkg-query", "-W", "-f=${Version}\n", name], capture_output=True, text=True, check=True)
    return found.stdout.splitlines()[0]


def main() -> int:
    """Write the bill, or name what nobody owns."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("bundle", type=Path)
    words.add_argument("--libraries", type=Path)
    chosen = words.parse_args()
    owned = list(owners(chosen.bundle))
    lost = [name for name, owner in owned if not owner]
    if lost:
        sys.stderr.write("Van niemand:\n" + "\n".join(lost) + "\n")
        return 1
    allowed = {"deb:" + name for names in SYSTEM.values() for name in names.split()}
    strange = sorted({owner for _, owner in owned if owner.startswith("deb:")} - allowed)
    if strange:
        sys.stderr.write("Niet op de lijst SYSTEM van packaging/sbom.py: " + ", ".join(strange) + "\n")
        return 1
    if chosen.libraries:
        sys.path.append(str(chosen.libraries))
    sys.stdout.write(bill(chosen.bundle, owned) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
