"""Tagged, archived PDF (PDF/A-2a and PDF/UA-1 in one file) out of reportlab alone.

reportlab reads its settings and fonts while its own modules load, so ``fonts`` must come first: importing
anything from this package sees to that.
"""

from leerplicht_desktop.documents.archive import fonts as fonts
