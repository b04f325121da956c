"""Writes what Windows shows of a program: the version resource and the icon. Usage: resources.py VERSION FOLDER"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[1] / "debian" / "leerplicht-desktop.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)

VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('041304B0', [
      StringStruct('CompanyName', 'Leerplicht Desktop'),
      StringStruct('FileDescription', 'Leerplicht Desktop'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'leerplicht-desktop'),
      StringStruct('LegalCopyright', 'EUPL-1.2'),
      StringStruct('ProductName', 'Leerplicht Desktop'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0413, 1200])])
  ]
)
"""


def four_numbers(version: str) -> tuple[int, ...]:
    """``0.1.0`` as the four numbers that Windows wants; what is no number ends the count."""
    numbers = [int(part) for part in version.split(".") if part.isdigit()]
    return tuple((numbers + [0, 0, 0, 0])[:4])


def drawn(size: int) -> Image.Image:
    """The drawing at ``size`` pixels."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")
    return Image.open(io.BytesIO(held.data()))


def main(version: str, folder: Path) -> None:
    """Write ``version.txt`` and ``leerplicht.ico`` into ``folder``."""
    text = VERSION.format(numbers=four_numbers(version), version=version)
    (folder / "version.txt").write_text(text, "utf-8")
    QGuiApplication(sys.argv[:1])
    pictures = [drawn(size) for size in SIZES]
    pictures[-1].save(
        folder / "leerplicht.ico", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1]
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
