"""Which words stand in the names of the code, room by room, and which language each room speaks.

``woorden.toml`` says which rooms are Dutch and which English, and lists the words of both.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
LIST = "tests/architecture/woorden.toml"

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\dA-Z_]+|[A-Z]+")
_QT = re.compile(r"[a-z]+[A-Z]\w*")
_ENUM = re.compile(r"_[a-z]+_")
_LINKS = ("", "s", "e", "en", "n")


@dataclass(frozen=True)
class Name:
    """A name that a file gives to something. ``kind`` is what it names."""

    text: str
    kind: str
    line: int
    obeys: bool = False
    """A method, or a parameter of one, whose class has every member of a port that names it so."""


@dataclass(frozen=True)
class Words:
    """The word lists, and the names that are data or belong to a port."""

    rooms: dict[str, str]
    dutch: frozenset[str]
    english: frozenset[str]
    everywhere: frozenset[str]
    trade: frozenset[str]
    data: frozenset[str]
    ports: dict[str, frozenset[str]]
    """The members of each port of casework."""
    carried: frozenset[str]
    """Fields of what passes through a port, and parameters of its methods."""


@cache
def raw() -> dict[str, dict[str, str]]:
    """The file as it is."""
    return tomllib.loads((ROOT / LIST).read_text(encoding="utf-8"))


@cache
def words() -> Words:
    """The lists, with what the code itself says about wire, tables and ports."""
    ports = _ports()
    both = frozenset(raw()["both"])
    return Words(
        rooms=raw()["rooms"],
        dutch=_listed(raw()["dutch"]) | both,
        english=_listed(raw()["english"]) | both,
        everywhere=frozenset(raw()["everywhere"]),
        trade=_listed(raw()["trade"]) | _glossary() | {w for name in ports for w in split(name)} - both,
        data=_wire() | _tables() | frozenset(raw()["data"]),
        ports=ports,
        carried=_carried(),
    )


def _listed(table: dict[str, str]) -> frozenset[str]:
    return frozenset(word for line in table.values() for word in line.split())


def split(name: str) -> list[str]:
    """``_leg_vastTWEE`` as leg, vast, twee."""
    return [word.lower() for word in _WORD.findall(name)]


def room_of(path: Path) -> str:
    """The longest entry of [rooms] that the file is in, or is itself."""
    inside = path.relative_to(SRC).as_posix()
    fits = [room for room in words().rooms if inside == room + ".py" or inside.startswith(room + "/")]
    assert fits, f"{inside} is in no room: say in [rooms] of {LIST} which language it speaks"
    return max(fits, key=len)


def files(room: str) -> list[Path]:
    """The source files of a room, without the rooms inside it."""
    single = SRC / f"{room}.py"
    inside = [single] if single.is_file() else sorted((SRC / room).rglob("*.py"))
    return [path for path in inside if room_of(path) == room]


def names_of(path: Path) -> Iterator[Name]:
    """Every name that the file gives: itself, its folder, and what it defines."""
    if path.stem not in {"__init__", "__main__"}:
        yield Name(path.stem, "module", 1)
    yield Name(path.parent.name, "folder", 1)
    yield from names_in(path.read_text(encoding="utf-8"))


def names_in(source: str) -> Iterator[Name]:
    """What a source text defines: classes, functions, parameters, attributes, variables."""
    todo: list[tuple[ast.AST, ast.ClassDef | None]] = [(ast.parse(source), None)]
    while todo:
        node, owner = todo.pop()
        yield from _given(node, owner)
        inside = node if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = None
        todo += [(child, inside) for child in ast.iter_child_nodes(node)]


def _given(node: ast.AST, owner: ast.ClassDef | None) -> Iterator[Name]:
    match node:
        case ast.ClassDef():
            yield Name(node.name, "class", node.lineno)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            obeys = owner is not None and obeys_port(owner, node.name)
            yield Name(node.name, "method" if owner else "function", node.lineno, obeys)
            spec = node.args
            every = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg]
            yield from (Name(arg.arg, "parameter", node.lineno) for arg in every if arg)
        case ast.Name(ctx=ast.Store()):
            yield Name(node.id, "variable", node.lineno)
        case ast.Attribute(ctx=ast.Store()):
            yield Name(node.attr, "attribute", node.lineno)
        case ast.alias(asname=str(given)):
            yield Name(given, "alias", node.lineno)
        case (
            ast.ExceptHandler(name=str(given)) | ast.MatchAs(name=str(given)) | ast.MatchStar(name=str(given))
        ):
            yield Name(given, "variable", node.lineno)


def members(owner: ast.ClassDef) -> frozenset[str]:
    """The methods and annotated fields in the body of a class."""
    found = {node.name for node in owner.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for node in owner.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return frozenset(found)


def obeys_port(owner: ast.ClassDef, name: str) -> bool:
    """Whether the class has every member of a port, and the name is one of them."""
    own = members(owner)
    return any(name in port and port <= own for port in words().ports.values())


def unknown(name: Name, language: str) -> list[str]:
    """The words of a name that the language does not have; empty when the name may stand."""
    lists = words()
    bare = name.text.strip("_")
    if name.obeys or (name.text.startswith("__") and name.text.endswith("__")):
        return []
    if language == "dutch":
        if _QT.fullmatch(name.text) or _ENUM.fullmatch(name.text):  # what Qt and enum call by name
            return []
        return [word for word in split(bare) if not _is_dutch(word)]
    carried = name.kind in {"parameter", "variable", "attribute"} and bare in lists.carried
    if carried or bare in lists.data:
        return []
    return [word for word in split(bare) if word not in lists.english | lists.everywhere | lists.trade]


def _is_dutch(word: str) -> bool:
    lists = words()
    if word in lists.dutch | lists.everywhere | lists.trade:
        return True
    return word not in lists.english and compound(word, lists.dutch | lists.trade)


def compound(word: str, parts: frozenset[str]) -> bool:
    """Whether a word is known words written together, as Dutch does: ``verzuim`` + ``s`` + ``week``."""
    for at in range(3, len(word) - 2):
        if word[:at] not in parts:
            continue
        for link in _LINKS:
            rest = word[at + len(link) :]
            if word[at:].startswith(link) and len(rest) > 2 and (rest in parts or compound(rest, parts)):
                return True
    return False


# -- what the code says about itself --------------------------------------------------------------


def _classes(folder: str) -> Iterator[ast.ClassDef]:
    for path in sorted((SRC / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _is_protocol(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)


def _ports() -> dict[str, frozenset[str]]:
    return {
        node.name: members(node) for node in _classes("leerplicht_desktop/casework") if _is_protocol(node)
    }


def _carried() -> frozenset[str]:
    found: set[str] = set()
    for node in _classes("leerplicht_desktop/casework"):
        if not _is_protocol(node):
            found |= _fields(node)
            continue
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                found |= {arg.arg for arg in method.args.args + method.args.kwonlyargs}
    return frozenset(found)


def _fields(node: ast.ClassDef) -> set[str]:
    annotated = (item.target for item in node.body if isinstance(item, ast.AnnAssign))
    return {target.id for target in annotated if isinstance(target, ast.Name)}


def _wire() -> frozenset[str]:
    """The fields of the models on the wire and the members of their enums: they are data."""
    found: set[str] = set()
    for node in _classes("leerplicht_protocol"):
        found |= _fields(node)
        for item in node.body:
            if isinstance(item, ast.Assign):
                found |= {target.id for target in item.targets if isinstance(target, ast.Name)}
    return frozenset(found)


def _tables() -> frozenset[str]:
    """The tables and columns of the server."""
    source = (SRC / "leerplicht_server/schema.py").read_text(encoding="utf-8")
    return frozenset(re.findall(r"(?:Table|Column)\(\s*\"(\w+)\"", source))


def _glossary() -> frozenset[str]:
    """The words that docs/glossary.md names as standing in the code."""
    found: set[str] = set()
    for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 6 and "`" in cells[4]:
            for name in re.findall(r"`([\w.]+)`", cells[4]):
                found.update(split(name))
    return frozenset(found)
