from reportlab.pdfgen.canvas import Canvas

class PDFTextObject:
    _canvas: Canvas
    _fontname: str
    def __init__(self, canvas: Canvas, x: float = 0, y: float = 0, direction: str | None = None) -> None: ...
    def _formatText(self, text: str) -> str: ...
