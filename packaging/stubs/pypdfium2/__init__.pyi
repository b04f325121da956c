"""Only what preview and print use of pypdfium2, which ships no types."""

from pypdfium2 import raw as raw

class PdfiumError(RuntimeError):
    err_code: int | None

class PdfBitmap:
    width: int
    height: int
    stride: int
    buffer: bytes
    def close(self) -> None: ...

class PdfTextPage:
    def get_text_range(self) -> str: ...
    def close(self) -> None: ...

class PdfPage:
    def render(
        self,
        *,
        scale: float,
        crop: tuple[float, float, float, float] = ...,
        rev_byteorder: bool,
        fill_color: tuple[int, int, int, int],
        force_bitmap_format: int,
    ) -> PdfBitmap: ...
    def get_textpage(self) -> PdfTextPage: ...
    def close(self) -> None: ...

class PdfDocument:
    def __init__(self, input: bytes) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> PdfPage: ...
    def get_page_size(self, index: int) -> tuple[float, float]: ...
    def close(self) -> None: ...
