"""The tab key goes in reading order, also past what was added while the screen was up."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_TAB = Qt.FocusPolicy.TabFocus.value


def set_order(root: QWidget) -> None:
    """Chain everything in ``root`` that can have the focus, in the order in which it is laid out.

    Qt chains in the order of creation: what comes later, such as a new remark, would come last.
    """
    parts: list[QWidget] = []
    _collect(root, parts)
    for first, second in pairwise(part for part in parts if part.focusPolicy().value & _TAB):
        QWidget.setTabOrder(first, second)


def _collect(part: QWidget, parts: list[QWidget]) -> None:
    """Add a part and what stands in it. It runs at every key of some screens, so it makes one list."""
    parts.append(part)
    content, layout = part.widget() if isinstance(part, QScrollArea) else None, part.layout()
    if content is not None:
        _collect(content, parts)
    elif layout is not None:
        _collect_from(layout, parts)
    else:
        for child in part.children():
            if isinstance(child, QWidget) and not child.isWindow():
                _collect(child, parts)


def _collect_from(layout: QLayout, parts: list[QWidget]) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (part := item.widget()) is not None:
            _collect(part, parts)
        elif (deeper := item.layout()) is not None:
            _collect_from(deeper, parts)
