"""WeasyPrint: ``met_weasyprint.py BLOCKS FONTS TIMES``; runs in the environment of the bench."""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import Any

import weasyprint  # type: ignore[import-not-found, unused-ignore]
from meter import leest, meet  # type: ignore[import-not-found, unused-ignore]

_CSS = (Path(__file__).parent / "stuk.css").read_text("utf-8")


def _runs(runs: list[list[str]]) -> str:
    tags = {"bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "none": ("", "")}
    return "".join(tags[how][0] + html.escape(text) + tags[how][1] for text, how in runs)


def _row(cells: list[list[list[str]]], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{_runs(cell)}</{tag}>" for cell in cells) + "</tr>"


def _block(block: dict[str, Any]) -> str:
    kind = block["kind"]
    if kind == "heading":
        return f"<h{block['level']}>{html.escape(block['text'])}</h{block['level']}>"
    if kind == "labelled":
        label = f"<span>{html.escape(block['label'])}</span>"
        return f"<div class=labelled>{label}<p>{_runs(block['text'])}</p></div>"
    if kind == "listing":
        return "<ul>" + "".join(f"<li>{_runs(item)}</li>" for item in block["items"]) + "</ul>"
    if kind == "grid":
        head = "<thead>" + _row([[[title, "none"]] for title in block["columns"]], "th") + "</thead>"
        return f"<table class=grid>{head}<tbody>{''.join(_row(row) for row in block['rows'])}</tbody></table>"
    if kind == "facts":
        return f"<table class=facts>{''.join(_row(row) for row in block['rows'])}</table>"
    if kind == "together":
        return f"<div class=together>{''.join(_block(one) for one in block['blocks'])}</div>"
    if kind == "signature":
        return f"<div class=signature></div><p>{html.escape(block['label'])}</p>"
    return f"<p class={kind}>{_runs(block['text'])}</p>"


def _make(number: int) -> tuple[bytes, int]:
    fonts = f"file://{sys.argv[2]}"
    body = "".join(_block(block) for block in _BLOCKS).replace("00041", f"{41 + number:05d}")
    page = f"<html lang=nl><title>Proces-verbaal {number}</title><style>{_CSS}</style><body>{body}"
    document = weasyprint.HTML(string=page.replace("FONTS", fonts)).render(pdf_variant="pdf/a-2a")
    return document.write_pdf(), len(document.pages)


if __name__ == "__main__":
    _BLOCKS = leest(sys.argv[1])
    meet(_make, int(sys.argv[3]))
