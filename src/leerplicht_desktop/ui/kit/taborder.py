"""The tab key goes in reading order, also past what was added while the screen was up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def zet_volgorde(wortel: QWidget) -> None:
    """Chain everything in ``wortel`` that can have the focus, in the order in which it is laid out.

    Qt chains in the order of creation: what comes later, such as a new remark, would come last.
    """
    for eerst, dan in pairwise(
        deel for deel in _delen(wortel) if deel.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        QWidget.setTabOrder(eerst, dan)


def _delen(deel: QWidget) -> Iterator[QWidget]:
    yield deel
    inhoud, indeling = deel.widget() if isinstance(deel, QScrollArea) else None, deel.layout()
    if inhoud is not None:
        yield from _delen(inhoud)
    elif indeling is not None:
        yield from _in(indeling)
    else:
        for kind in deel.children():
            if isinstance(kind, QWidget) and not kind.isWindow():
                yield from _delen(kind)


def _in(indeling: QLayout) -> Iterator[QWidget]:
    for plaats in range(indeling.count()):
        item = indeling.itemAt(plaats)
        if item is None:
            continue
        if (deel := item.widget()) is not None:
            yield from _delen(deel)
        elif (dieper := item.layout()) is not None:
            yield from _in(dieper)
