from typing import Any

class ParagraphStyle:
    name: str
    fontName: str
    fontSize: float
    leading: float
    bulletFontSize: float
    def __init__(self, name: str, parent: ParagraphStyle | None = None, **kw: Any) -> None: ...
