from collections.abc import Callable
from typing import Any, BinaryIO

from reportlab.lib.styles import ParagraphStyle

class Flowable:
    # The canvas of the document being built: ours, which reportlab does not know by type.
    canv: Any
    width: float
    height: float
    keepWithNext: int
    def __init__(self) -> None: ...
    def wrap(self, width: float, height: float) -> tuple[float, float]: ...
    def getSpaceBefore(self) -> float: ...
    def getSpaceAfter(self) -> float: ...
    def wrapOn(self, canv: object, aW: float, aH: float) -> tuple[float, float]: ...
    def split(self, width: float, height: float) -> list[Flowable]: ...
    def draw(self) -> None: ...

class Paragraph(Flowable):
    frags: list[Any]
    # The text broken into lines; reportlab keeps it in a bag of attributes.
    blPara: Any
    def __init__(
        self, text: str | None, style: ParagraphStyle | None = None, bulletText: str | None = None, **kw: Any
    ) -> None: ...

class Spacer(Flowable):
    def __init__(self, width: float, height: float) -> None: ...

class PageBreak(Flowable): ...

class CondPageBreak(Flowable):
    def __init__(self, height: float) -> None: ...

class KeepTogether(Flowable):
    _H: float
    _content: list[Flowable]
    def __init__(self, flowables: list[Flowable]) -> None: ...

class TableStyle:
    def __init__(self, cmds: list[tuple[Any, ...]]) -> None: ...

class Table(Flowable):
    _cellvalues: list[list[Any]]
    def __init__(self, data: Any, colWidths: list[float], **kw: Any) -> None: ...
    def setStyle(self, tblstyle: TableStyle) -> None: ...

class Frame:
    def __init__(
        self,
        x1: float,
        y1: float,
        width: float,
        height: float,
        leftPadding: float = 6,
        bottomPadding: float = 6,
        rightPadding: float = 6,
        topPadding: float = 6,
        id: str | None = None,
    ) -> None: ...

class PageTemplate:
    def __init__(
        self,
        id: str,
        frames: list[Frame],
        onPage: Callable[[Any, Any], None],
        autoNextPageTemplate: str | None = None,
    ) -> None: ...

class BaseDocTemplate:
    def __init__(self, filename: BinaryIO, pagesize: tuple[float, float]) -> None: ...
    def addPageTemplates(self, pageTemplates: PageTemplate | list[PageTemplate]) -> None: ...
    def build(self, flowables: list[Flowable], canvasmaker: Callable[..., Any]) -> None: ...
