"""The tab key goes in reading order, also past what was added while the screen was up."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_TAB = Qt.FocusPolicy.TabFocus.value


def zet_volgorde(wortel: QWidget) -> None:
    """Chain everything in ``wortel`` that can have the focus, in the order in which it is laid out.

    Qt chains in the order of creation: what comes later, such as a new remark, would come last.
    """
    delen: list[QWidget] = []
    _verzamel(wortel, delen)
    for eerst, dan in pairwise(deel for deel in delen if deel.focusPolicy().value & _TAB):
        QWidget.setTabOrder(eerst, dan)


def _verzamel(deel: QWidget, delen: list[QWidget]) -> None:
    """Add a part and what stands in it. It runs at every key of some screens, so it makes one list."""
    delen.append(deel)
    inhoud, indeling = deel.widget() if isinstance(deel, QScrollArea) else None, deel.layout()
    if inhoud is not None:
        _verzamel(inhoud, delen)
    elif indeling is not None:
        _verzamel_uit(indeling, delen)
    else:
        for kind in deel.children():
            if isinstance(kind, QWidget) and not kind.isWindow():
                _verzamel(kind, delen)


def _verzamel_uit(indeling: QLayout, delen: list[QWidget]) -> None:
    for plaats in range(indeling.count()):
        item = indeling.itemAt(plaats)
        if item is None:
            continue
        if (deel := item.widget()) is not None:
            _verzamel(deel, delen)
        elif (dieper := item.layout()) is not None:
            _verzamel_uit(dieper, delen)
