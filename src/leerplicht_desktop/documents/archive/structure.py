"""The tag tree: what a screen reader walks through (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of a page's content that belongs to an element."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """An annotation that belongs to an element."""

    page: int
    reference: object


class Element:
    """One node of the tag tree. ``role`` is a standard structure type (P, H1, Table …)."""

    __slots__ = ("alt", "attributes", "kids", "lang", "name", "parent", "role", "title")

    def __init__(
        self,
        role: str,
        parent: Element | None = None,
        *,
        attributes: PDFDictionary | None = None,
        alt: str = "",
        title: str = "",
        lang: str | None = None,
    ) -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.alt = alt
        self.title = title
        self.lang = lang
        self.name = ""
        self.kids: list[Element | MarkedContent | ObjectReference] = []
        if parent is not None:
            parent.kids.append(self)

    @property
    def language_is_told(self) -> bool:
        """Whether this element, or one around it, says in which language it is."""
        around = self.parent is not None and self.parent.language_is_told
        return bool(self.lang) or around

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def prune(self) -> None:
        """Drops what stayed empty: a group whose content was never drawn."""
        for kid in list(self.kids):
            if isinstance(kid, Element):
                kid.prune()
                if not kid.kids and kid.role not in {"TD", "TH"}:
                    self.kids.remove(kid)


def page_reference(page: int) -> PDFObjectReference:
    """The page object of reportlab by its number, which it names ``Page1`` and on."""
    return PDFObjectReference(f"Page{page}")


def _kid(kid: Element | MarkedContent | ObjectReference) -> object:
    if isinstance(kid, Element):
        return PDFObjectReference(kid.name)
    page = page_reference(kid.page)
    if isinstance(kid, ObjectReference):
        return PDFDictionary({"Type": PDFName("OBJR"), "Obj": kid.reference, "Pg": page})
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.mcid})


def _dictionary(element: Element, root: object) -> PDFDictionary:
    entries: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.role),
        "P": root if element.parent is None else PDFObjectReference(element.parent.name),
        "K": PDFArray([_kid(kid) for kid in element.kids]),
    }
    if element.attributes is not None:
        entries["A"] = element.attributes
    for key, text in (("Alt", element.alt), ("T", element.title), ("Lang", element.lang)):
        if text:
            entries[key] = PDFString(text)
    return PDFDictionary(entries)


def structure_tree(
    document: PDFDocument,
    root: Element,
    marked: dict[int, list[Element]],
    widgets: list[tuple[int, Element]],
) -> PDFDictionary:
    """Writes every element as an object and returns the StructTreeRoot.

    ``marked`` gives per page the element of each marked-content number, ``widgets`` the elements of form
    fields by their key in the parent tree.
    """
    root.prune()
    pages = len(document.Pages.pages)
    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top_reference = document.Reference(top, "StructTreeRoot")
    elements = list(root.walk())
    for number, element in enumerate(elements, 1):
        element.name = f"SE{number}"
    for element in elements:
        document.Reference(_dictionary(element, top_reference), element.name)
    numbers: list[object] = []
    for page in range(1, pages + 1):
        owners = PDFArray([PDFObjectReference(element.name) for element in marked.get(page, [])])
        numbers += [page - 1, document.Reference(owners, f"PT{page}")]
    for key, element in widgets:
        numbers += [key, PDFObjectReference(element.name)]
    top.dict["K"] = PDFArray([PDFObjectReference(root.name)])
    top.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}), "ParentTree")
    top.dict["ParentTreeNextKey"] = max([pages, *(key + 1 for key, _ in widgets)])
    return top
