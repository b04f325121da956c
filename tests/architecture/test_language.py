"""One language per room: every word of every name is in a list, and in the list of its room."""

from __future__ import annotations

import pytest

from tests.architecture import language
from tests.architecture.language import LIST, Name

_OTHER = {"dutch": "english", "english": "dutch"}


def _complaint(where: str, name: Name, word: str, spoken: str) -> str:
    """What a newcomer needs to know to mend it."""
    other = _OTHER[spoken]
    listed = language.words()
    if word in (listed.english if spoken == "dutch" else listed.dutch):
        return (
            f"{where}:{name.line}: the {name.kind} {name.text!r} holds the {other} word {word!r}, and this "
            f"room speaks {spoken}. Choose a {spoken} word (docs/glossary.md, 'Welke taal waar')."
        )
    return (
        f"{where}:{name.line}: the word {word!r} of the {name.kind} {name.text!r} is in no list. If it is "
        f"{spoken}, add it in {LIST} under [{spoken}], on the line of its first two letters; if it is not, "
        f"choose a {spoken} word. A noun of the trade goes under [trade], a technique word that every room "
        f"may use under [everywhere], with the reason."
    )


@pytest.mark.parametrize("room", sorted(language.words().rooms))
def test_a_room_speaks_one_language(room: str) -> None:
    spoken = language.words().rooms[room]
    found: dict[str, str] = {}
    for path in language.files(room):
        where = path.relative_to(language.ROOT).as_posix()
        for name in language.names_of(path):
            for word in set(language.unknown(name, spoken)):
                found.setdefault(word, _complaint(where, name, word, spoken))
    assert not found, "\n".join(found[word] for word in sorted(found))


@pytest.mark.parametrize(
    ("spoken", "source", "word"),
    [
        ("english", "def trek(round_: object) -> int: ...", "trek"),
        ("english", "class Push:\n    def _stuur(self) -> None: ...", "stuur"),
        ("english", "class Push:\n    def bewaar(self) -> None: ...", "bewaar"),
        ("english", "def push() -> None:\n    gestruikeld = 1", "gestruikeld"),
        ("dutch", "def render() -> str: ...", "render"),
        ("dutch", "class Termijn:\n    def _shift(self, days: int) -> None: ...", "shift"),
        ("dutch", "def einde(value: int) -> int:\n    return value", "value"),
    ],
)
def test_a_word_of_the_other_language_is_noticed(spoken: str, source: str, word: str) -> None:
    """The second ``bewaar`` obeys no port: a class that has only this one of its methods."""
    assert word in [found for name in language.names_in(source) for found in language.unknown(name, spoken)]


@pytest.mark.parametrize(
    ("spoken", "source"),
    [
        ("english", "def keep(verzuimmelding: object, dossier_id: str) -> None: ..."),
        ("english", "class SystemClock:\n    def nu(self) -> int: ...\n    def vandaag(self) -> int: ..."),
        ("dutch", "class VerzuimweekPresenter:\n    def toon(self) -> None: ..."),
        ("dutch", "class Venster:\n    def closeEvent(self, event: object) -> None: ..."),
    ],
)
def test_trade_ports_and_technique_may_stand(spoken: str, source: str) -> None:
    assert [found for name in language.names_in(source) for found in language.unknown(name, spoken)] == []


def test_a_compound_of_known_words_is_dutch() -> None:
    parts = frozenset({"verzuim", "week", "weken", "melding"})
    assert language.compound("verzuimsweken", parts)
    assert not language.compound("verzuimrender", parts)


def test_the_lists_are_in_order() -> None:
    """Where a word would stand is known before it is looked for, so that two people add it once."""
    for table in (language.raw()[part] for part in ("dutch", "english", "trade")):
        assert list(table) == sorted(table)
        for key, line in table.items():
            assert line.split() == sorted(set(line.split())), key
            assert all(word.startswith(key) for word in line.split()), key
