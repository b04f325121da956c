from pypdfium2 import PdfDocument

FPDF_ERR_PASSWORD: int
FPDF_ERR_SECURITY: int

def FPDFDoc_GetAttachmentCount(document: PdfDocument) -> int: ...
def FPDFDoc_GetJavaScriptActionCount(document: PdfDocument) -> int: ...
