"""What an editor may do to a file, and what the municipality reads when it cannot be read."""

import pytest

from leerplicht_desktop.documents.formulieren.tomltekst import TomlFout, lees_toml


def test_a_byte_order_mark_and_other_line_ends_do_not_count() -> None:
    assert lees_toml('\ufeffa = "é"\r\nb = 1\r\n'.encode()) == {"a": "é", "b": 1}


@pytest.mark.parametrize(
    ("data", "waar"),
    [
        (b'a = 1\nb = "x\n', "regel 2, teken 7: kijk naar aanhalingstekens"),
        (b"a = 1\na = 2\n", "regel 2"),
        (b"a = [1,", "het einde van het bestand: kijk naar"),
        (
            'a = 1\nb = "é"\n'.encode("cp1252"),
            "regel 2 heeft een onbekend teken; bewaar het bestand als UTF-8",
        ),
        (b"", None),
    ],
)
def test_the_place_is_told_in_dutch(data: bytes, waar: str | None) -> None:
    if waar is None:
        assert lees_toml(data) == {}
        return
    with pytest.raises(TomlFout) as raised:
        lees_toml(data)
    assert waar in str(raised.value)
