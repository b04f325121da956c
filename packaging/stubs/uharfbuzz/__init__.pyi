from collections.abc import Sequence, Set
from enum import IntEnum

class OTNameIdPredefined(IntEnum):
    POSTSCRIPT_NAME = 6

class OTVarAxisInfo:
    tag: str

class Blob:
    data: bytes
    def __init__(self, data: bytes) -> None: ...

class Face:
    axis_infos: Sequence[OTVarAxisInfo]
    table_tags: Sequence[str]
    unicodes: Set[int]
    def __init__(self, blob: Blob) -> None: ...
    def get_name(self, name_id: OTNameIdPredefined) -> str | None: ...
    def get_table_script_tags(self, tag: str) -> list[str]: ...
    def reference_table(self, tag: str) -> Blob: ...

class GlyphExtents:
    width: int
    height: int

class Font:
    scale: tuple[int, int]
    def __init__(self, face: Face) -> None: ...
    def set_variations(self, variations: dict[str, float]) -> None: ...
    def get_glyph_extents(self, gid: int) -> GlyphExtents | None: ...
    def draw_glyph_with_pen(self, gid: int, pen: object) -> None: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    script: str
    language: str
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer) -> None: ...
