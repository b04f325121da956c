"""Files as they really arrive."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from leerplicht_server.errors import InputError
from leerplicht_server.importing.delimited import DelimitedFile

HEAD = "nummer;naam;soort"
QUOTE = "aanhalingsteken zonder einde of op een verkeerde plaats"


def _file(path: Path, content: bytes) -> Path:
    file = path / "bestand.csv"
    file.write_bytes(content)
    return file


def _names(path: Path, content: bytes) -> list[str]:
    bestand = DelimitedFile(_file(path, content), ("nummer", "naam"))
    return [r.fault or bestand.value(r, "naam") for r in bestand.rows()]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n1;Zoë;x\n2;Łucja;y\n",
        f"{HEAD}\r\n1;Zoë;x\r\n2;Łucja;y",
        f"\ufeff{HEAD}\n1;Zoë;x\n\n;;\n2;Łucja;y\n\n",
        "soort;naam;nummer;extra\nx;Zoë;1;e\ny;Łucja;2;\n",
        '"nummer";"naam"\n"1";"Zoë"\n"2";"Łucja"\n',
        " Nummer , NAAM\n1,Zoë\n2,Łucja\n",
        "nummer\tnaam\n1\tZoë\n2\tŁucja\n",
        f"{HEAD}\n1;Zoë;x;;;\n2;Łucja;y;\n",
    ],
)
def test_the_same_people_in_any_dress(tmp_path: Path, content: str) -> None:
    assert _names(tmp_path, content.encode()) == ["Zoë", "Łucja"]


BODY = f"{HEAD}\n1;Zoë;x\n2;Łucja;y\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_line_ends_and_marks_say_nothing(tmp_path: Path, end: str, charset: str) -> None:
    assert _names(tmp_path, BODY.replace("\n", end).encode(charset)) == ["Zoë", "Łucja"]


def test_line_ends_may_be_mixed_and_counted(tmp_path: Path) -> None:
    bestand = DelimitedFile(_file(tmp_path, f"{HEAD}\r1;a;x\r\n2;b;y\n3;c;z\r".encode()), ("nummer", "naam"))
    assert [(r.number, bestand.value(r, "naam")) for r in bestand.rows()] == [(2, "a"), (3, "b"), (4, "c")]


@pytest.mark.parametrize("end", ["\v", "\f", "\x1e", "\x85", "\u2028", "\u2029", "\\n", "\\r\\n"])
def test_an_end_of_line_that_is_none_here_never_hides_the_body(tmp_path: Path, end: str) -> None:
    with pytest.raises(InputError, match="vreemd teken"):
        _names(tmp_path, BODY.replace("\n", end).encode())


@pytest.mark.parametrize("end", ["\x1a", "\n\x1a", "\r\n\x1a\x1a"])
def test_the_mark_behind_the_last_line_says_nothing(tmp_path: Path, end: str) -> None:
    assert _names(tmp_path, f"{BODY[:-1]}{end}".encode()) == ["Zoë", "Łucja"]


def test_a_header_that_stands_once_more_is_passed_over_and_told(tmp_path: Path) -> None:
    bestand = DelimitedFile(
        _file(tmp_path, f"{HEAD}\n1;a;x\nNummer; naam ;soort\n2;b;y\n".encode()), ("nummer",)
    )
    assert [bestand.value(r, "naam") for r in bestand.rows()] == ["a", "b"]
    assert [(o.line, o.what) for o in bestand.notices] == [(3, "de kop staat hier nog eens, overgeslagen")]


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("sep=;\n", []),
        ("\n;;\n", []),
        ("Verzuimoverzicht oktober;;\n\nGemaakt op 1-10-2026;;\n", ["2 regel(s) boven de kop overgeslagen"]),
        ('"sep=;"\nlijst, gemaakt door naam;x\n', ["1 regel(s) boven de kop overgeslagen"]),
    ],
)
def test_what_stands_above_the_header_is_told(tmp_path: Path, above: str, told: list[str]) -> None:
    bestand = DelimitedFile(_file(tmp_path, (above + BODY).encode()), ("nummer", "naam"))
    assert [bestand.value(r, "naam") for r in bestand.rows()] == ["Zoë", "Łucja"]
    assert [remark.what for remark in bestand.notices] == told


@pytest.mark.parametrize(
    "footer", ["Totaal;2;", "Totaal: 2", ";;", "Aantal records;;2", "Einde bestand", "---"]
)
def test_what_stands_below_the_records_is_passed_over_and_told(tmp_path: Path, footer: str) -> None:
    bestand = DelimitedFile(_file(tmp_path, f"{BODY}{footer}\n".encode()), ("nummer", "naam"))
    assert [bestand.value(r, "naam") for r in bestand.rows()] == ["Zoë", "Łucja"]
    assert [remark.line for remark in bestand.notices] == ([] if footer == ";;" else [4])


@pytest.mark.parametrize("line", ["Totaal;Zoë;x", "1;Totaal;x", "Aantal;naam;16UUR"])
def test_a_record_with_words_is_no_footer(tmp_path: Path, line: str) -> None:
    bestand = DelimitedFile(_file(tmp_path, f"{BODY}{line}\n".encode()), ("nummer", "naam"))
    assert len(list(bestand.rows())) == 3


@pytest.mark.parametrize(
    "header",
    [" NUMMER ;Naam\u00a0;SOORT", "nummer;naam;soort;;;", "\ufeffNummer;Naam;Soort", '"Nummer";"naam";x'],
)
def test_a_heading_is_known_in_any_dress(tmp_path: Path, header: str) -> None:
    assert _names(tmp_path, f"{header}\n1;Zoë;x\n".encode()) == ["Zoë"]


def test_another_character_set_is_read_when_it_is_named(tmp_path: Path) -> None:
    file = _file(tmp_path, BODY.replace("Łucja", "André").encode("cp1252"))
    bestand = DelimitedFile(file, ("nummer", "naam"), charset="windows-1252")
    assert [bestand.value(r, "naam") for r in bestand.rows()] == ["Zoë", "André"]
    with pytest.raises(InputError, match="--tekenset"):
        DelimitedFile(file, ("nummer", "naam"))


def test_headings_that_became_days_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"maakte van de namen van kolommen een datum"):
        DelimitedFile(_file(tmp_path, b"1-1-2020;1-2-1940\n1;2\n"), ("01.01.20", "01.02.40"))


def test_a_value_comes_out_as_it_stands(tmp_path: Path) -> None:
    content = 'nummer;naam\n1;" a ""b"";c\nd "\n2;5" lang\n'
    assert _names(tmp_path, content.encode()) == [' a "b";c\nd ', '5" lang']


def test_a_line_that_is_wrong_does_not_swallow_the_next(tmp_path: Path) -> None:
    content = f'{HEAD}\n1;"Zoë;x\n2;Łucja;y\n3;a\n4;b;c;d\n5;"e"f;g\n6;h\x07;i\n7;Ngũgĩ;z\n'
    bestand = DelimitedFile(_file(tmp_path, content.encode()), ("nummer", "naam"))
    found = [(r.number, r.fault or bestand.value(r, "naam")) for r in bestand.rows()]
    assert found == [
        (2, QUOTE),
        (3, "Łucja"),
        (4, "te weinig velden (2 in plaats van 3)"),
        (5, "te veel velden (4 in plaats van 3)"),
        (6, QUOTE),
        (7, "stuurteken in veld 2"),
        (8, "Ngũgĩ"),
    ]


def test_line_numbers_count_the_lines_of_the_file(tmp_path: Path) -> None:
    content = f'{HEAD}\n\n1;"a\nb";x\n\n2;c;y\n'
    bestand = DelimitedFile(_file(tmp_path, content.encode()), ("nummer", "naam"))
    assert [r.number for r in bestand.rows()] == [3, 6]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"PK\x03\x04\x00\x00", "geen tekstbestand"),
        (HEAD.encode("utf-16-le"), "geen tekstbestand"),
        ("soort\n".encode("utf-16"), "kolom nummer, naam"),
        (f"{HEAD}\n1;a;b\n2;Zoë;x\n".encode("latin-1"), "regel 3"),
        (f"{HEAD}\n1;Zoë".encode()[:-1], "regel 2"),
        (b"iets;anders\n1;2\n", "kolom nummer, naam"),
        (b"nummer;soort\n1;2\n", "kolom naam"),
        (b"zomaar een zin\n", "kolom nummer, naam"),
    ],
)
def test_a_file_that_is_not_one_is_refused_whole(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(InputError, match=word):
        DelimitedFile(_file(tmp_path, content), ("nummer", "naam"))


def test_a_folder_or_nothing_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg.csv"):
        with pytest.raises(InputError, match="geen bestand"):
            DelimitedFile(path, ("nummer",))


def test_a_large_file_is_read_as_a_stream(tmp_path: Path) -> None:
    file = tmp_path / "groot.csv"
    with file.open("wb") as stream:
        stream.write(b"nummer;naam\n")
        for number in range(60_000):
            stream.write(b"%d;%s\n" % (number, b"x" * 60))
    begin = time.process_time()
    assert sum(1 for _ in DelimitedFile(file, ("nummer", "naam")).rows()) == 60_000
    assert time.process_time() - begin < 20


def test_a_quote_on_every_line_costs_a_line_each_and_no_more(tmp_path: Path) -> None:
    begin = time.process_time()
    names = _names(tmp_path, ("nummer;naam\n" + '1;"a\n' * 5_001).encode())
    assert names == [QUOTE] * 5_001
    names = _names(tmp_path, ("nummer;naam\n" + '1;"a\n' + "2;b\n" * 5_000).encode())
    assert names == [QUOTE] + ["b"] * 5_000
    assert time.process_time() - begin < 20
