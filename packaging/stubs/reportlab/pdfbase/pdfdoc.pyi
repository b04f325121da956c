from collections.abc import Callable
from typing import Any

_Entries = dict[str, Any]

class PDFObject: ...

class PDFName(PDFObject):
    def __init__(self, data: str) -> None: ...

class PDFString(PDFObject):
    def __init__(self, s: str) -> None: ...

class PDFArray(PDFObject):
    sequence: list[Any]
    def __init__(self, sequence: Any) -> None: ...

class PDFDictionary(PDFObject):
    dict: _Entries
    def __init__(self, dict: _Entries | None = None) -> None: ...

class PDFObjectReference(PDFObject):
    def __init__(self, name: str) -> None: ...

class PDFStream(PDFObject):
    filters: Any
    format: Callable[[PDFStream, PDFDocument], bytes]
    def __init__(
        self, dictionary: PDFDictionary | None = None, content: str | bytes | None = None
    ) -> None: ...

class XMP(PDFStream):
    def __init__(self, creator: Callable[[PDFDocument], bytes]) -> None: ...

class PDFDocument:
    Catalog: Any
    Pages: Any
    pageCounter: int
    fontMapping: dict[str, str]
    delayedFonts: list[Any]
    idToObject: dict[str, Any]
    _timeStamp: Any
    def Reference(self, object: PDFObject, name: str | None = None) -> PDFObjectReference: ...
    def SaveToFile(self, filename: Any, canvas: Any) -> None: ...

PDFZCompress: Any
