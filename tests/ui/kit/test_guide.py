"""The docstring of the kit is what authors of screens read: it names every part, and nothing else."""

import ast
import re
from functools import cache
from importlib.resources import files

from leerplicht_desktop.ui import kit

_OWN = {"__init__"}
_MODULE = re.compile(r"^([a-z]+) {2,}(.*(?:\n {13}.*)*)", re.MULTILINE)


@cache
def _modules() -> dict[str, set[str]]:
    """Public names of every module."""
    found = {}
    for entry in files(kit).iterdir():
        name = entry.name.removesuffix(".py")
        if entry.name.endswith(".py") and name not in _OWN:
            tree = ast.parse(entry.read_text(encoding="utf-8"))
            found[name] = {
                node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)
            }
    return found


def _guide() -> dict[str, str]:
    return {match[1]: match[2] for match in _MODULE.finditer(kit.__doc__ or "")}


def test_every_module_is_in_the_guide() -> None:
    assert set(_guide()) == set(_modules())


def test_every_class_in_the_guide_exists() -> None:
    for module, text in _guide().items():
        for name in re.findall(r"`([A-Z][A-Za-z]+)[(`]", text):
            assert name in set().union(*_modules().values()), f"{module}: {name}"


def test_every_widget_is_in_the_guide() -> None:
    guide = kit.__doc__ or ""
    quiet = {"Button", "Skin", "Choice", "Segment", "CapsWatch", "FocusRing", "FocusShape", "PracticeBanner"}
    quiet |= {
        "PaintedModel",
        "Keyed",
        "TypeStyle",
        "ToneColours",
        "Colours",
        "Sizes",
        "Borders",
        "Breakpoints",
    }
    quiet |= {"Look"}
    for module, names in _modules().items():
        for name in names:
            if name[0].isupper() and name not in quiet:
                assert re.search(rf"\b{name}\b", guide), f"{module}.{name}"
