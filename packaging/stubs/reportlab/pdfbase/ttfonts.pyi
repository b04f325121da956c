from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

class TTFontFace:
    charToGlyph: Mapping[int, int]

class TTFont:
    face: TTFontFace
    def __init__(self, name: str, filename: str | BinaryIO) -> None: ...

makeToUnicodeCMap: Callable[[str, Sequence[int]], str]
