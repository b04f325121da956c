"""The commands of the administrator, each as its own call of ``main``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_server import access, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import ServerError
from leerplicht_server.settings import load
from tests.server import files
from tests.server.office import Laptop, laptop


class Console:
    """Runs a command and reads what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> tuple[int, str]:
        code = main([str(a) for a in arguments])
        out, err = self._capsys.readouterr()
        return code, (out + err).strip()


@pytest.fixture
def console(seeded_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Console:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", seeded_url)
    return Console(capsys)


@pytest.fixture
def database(seeded_url: str) -> Iterator[Database]:
    opened = open_database(seeded_url)
    yield opened
    opened.close()


def _mine(database: Database, officer: str) -> set[str]:
    laptop = Laptop(database, officer)
    laptop.pull()
    return {str(c.fields["nummer"]) for (kind, _), c in laptop.records.items() if kind == "dossier"}


def test_seed_twice_changes_nothing(console: Console, database: Database) -> None:
    laptop = Laptop(database, "n.hendriks")
    laptop.pull()
    laptop.received.clear()
    code, said = console("seed")
    assert code == 0
    assert said.splitlines()[-1] == "verzuimmeldingen.csv: 0 nieuw, 37 ongewijzigd, 0 gewijzigd, 0 geweigerd"
    laptop.pull()
    assert laptop.received == []


def test_an_import_ends_with_one_line_of_counts(console: Console) -> None:
    code, said = console("import-meldingen", "--verzonnen", files.FAULTY)
    lines = said.splitlines()
    assert code == 1
    assert len(lines) == 11
    assert lines[0].startswith("geweigerd, regel 2: bsn faalt de elfproef. ")
    assert lines[-1] == "0 nieuw, 0 ongewijzigd, 0 gewijzigd, 10 geweigerd"
    assert console("import-scholen", "--verzonnen", files.SCHOOLS) == (
        0,
        "0 nieuw, 12 ongewijzigd, 0 gewijzigd, 0 geweigerd",
    )


def test_a_file_that_is_not_there_is_said_so(console: Console, tmp_path: Path) -> None:
    code, said = console("import-personen", "--verzonnen", tmp_path / "weg.csv")
    assert code == 2
    assert "is geen bestand" in said


def test_dossiers_are_given_and_taken_by_school(console: Console, database: Database) -> None:
    assert console("ambtenaar", "j.jansen", "--naam", "J. Jansen")[1] == "J. Jansen: opgeslagen."
    assert console("ambtenaar", "j.jansen", "--naam", "J. Jansen")[1] == "J. Jansen: ongewijzigd."
    assert (
        console("toewijzen", "j.jansen", "--school", "98GG")[1]
        == "3 van 3 dossiers toegewezen aan J. Jansen."
    )
    mine = _mine(database, "j.jansen")
    assert len(mine) == 3
    assert console("toewijzen", "j.jansen", "--school", "98gg00")[1].startswith("0 van 3")
    taken = console("toewijzen", "j.jansen", "--school", "98GG", "--intrekken")[1]
    assert taken == "3 van 3 dossiers ingetrokken van J. Jansen."
    assert _mine(database, "j.jansen") == set()


def test_dossiers_are_given_by_address_and_by_number(console: Console, database: Database) -> None:
    console("ambtenaar", "j.jansen", "--naam", "J. Jansen")
    assert console("toewijzen", "j.jansen", "--adres", "1067 md 275")[1].startswith("6 van 6")
    assert console("toewijzen", "j.jansen", "--adres", "2564CJ")[1].startswith("1 van 1")
    assert console("toewijzen", "j.jansen", "--dossier", "2026-0002", "2026-0001")[1].startswith("1 van 2")
    assert len(_mine(database, "j.jansen")) == 8
    assert "ambtenaar     J. Jansen, N. Hendriks" in console("toon", "2026-0001")[1]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("toewijzen", "niemand", "--school", "98AA"), "niet bekend. Kijk met: leerplicht-server ambtenaren"),
        (("toewijzen", "k.bakker", "--school", "AA98"), "zoals 98AA"),
        (("toewijzen", "k.bakker", "--school", "98AA77"), "niet bekend"),
        (("toewijzen", "k.bakker", "--adres", "Laan 1"), "postcode"),
        (("toewijzen", "k.bakker", "--dossier", "2026-9999"), "bestaat niet"),
        (("toon", "2026-9999"), "bestaat niet"),
        (("ambtenaar", "K B", "--naam", "x"), "kleine letters"),
        (("ambtenaar", "kb", "--naam", " "), "naam"),
        (("apparaten", "--intrekken", "dev-x"), "niet bekend"),
        (("toelaten", "BCDF-GHJK", "k.bakker"), "niet bekend of verlopen"),
    ],
)
def test_what_does_not_exist_is_named_with_a_remedy(
    console: Console, arguments: tuple[str, ...], word: str
) -> None:
    code, said = console(*arguments)
    assert code == 2
    assert word in said


def test_a_laptop_is_let_in_and_shut_out_by_the_administrator(console: Console, database: Database) -> None:
    with database.write() as connection:
        code = access.begin_sign_in(connection, "http://x/", None, "duim")
    said = console("toelaten", code.user_code, "k.bakker")[1]
    assert said == "De laptop is toegelaten voor K. Bakker."
    with database.write() as connection:
        assert access.approved(connection, code.device_code, "duim") == ("granted", "k.bakker")
        device = laptop(connection, "k.bakker", name="Laptop 1")
    assert f"{device}  k.bakker  Laptop 1  actief" in console("apparaten")[1]
    assert "ingetrokken" in console("apparaten", "--intrekken", device)[1]


def test_an_officer_is_listed_suspended_barred_and_restored(console: Console, database: Database) -> None:
    assert "k.bakker  K. Bakker  actief  nog geen account  laptops: 0" in console("ambtenaren")[1]
    for act, state in (("--schors", "geschorst"), ("--weer", "geweerd"), ("--herstel", "actief")):
        assert f"k.bakker  K. Bakker  {state}" in console("ambtenaren", act, "k.bakker")[1]
    code, said = console("ambtenaren", "--schors", "x.onbekend")
    assert (code, "x.onbekend is niet bekend" in said) == (2, True)


@pytest.mark.parametrize(("act", "state"), [("--schors", "geschorst"), ("--weer", "geweerd")])
def test_who_may_not_sign_in_gets_no_code(console: Console, act: str, state: str) -> None:
    console("ambtenaren", act, "k.bakker")
    code, said = console("inschrijfrecht", "k.bakker")
    assert (code, f"K. Bakker is {state}" in said, "--herstel k.bakker" in said) == (2, True, True)
    console("ambtenaren", "--herstel", "k.bakker")
    assert console("inschrijfrecht", "k.bakker")[0] == 0


def test_an_account_is_let_go(console: Console, database: Database) -> None:
    code, said = console("ambtenaren", "--ontkoppel", "k.bakker", "--reden", "nieuw account")
    assert (code, "hangt geen account" in said) == (2, True)
    tied = {"issuer": "https://id.example", "subject": "sub-1", "login": "kbakker"}
    with database.write() as connection:
        mine = schema.ambtenaar.c.id == "k.bakker"
        connection.execute(sa.update(schema.ambtenaar).where(mine).values(**tied))
    assert "account kbakker" in console("ambtenaren")[1]
    said = console("ambtenaren", "--ontkoppel", "k.bakker", "--reden", "nieuw account")[1]
    assert "k.bakker  K. Bakker  actief  nog geen account" in said
    said = console("journaal", "--wat", "account losgemaakt")[1]
    assert said.endswith("account losgemaakt; k.bakker; nieuw account")


def test_the_journal_is_asked_by_what_an_administrator_knows(console: Console, database: Database) -> None:
    with database.read() as connection:
        where = schema.dossier.c.nummer == "2026-0001"
        row = connection.execute(sa.select(schema.dossier).where(where)).one()
        held = schema.koppeling.c.dossier == row.id
        report = connection.execute(
            sa.select(schema.koppeling.c.id).where(held, schema.koppeling.c.entiteit == "verzuimmelding")
        ).scalar()
    console("toon", "2026-0001")
    for name in ("2026-0001", row.id, row.persoon, report):
        said = console("journaal", "--dossier", name, "--wat", "gelezen")[1]
        assert f"gelezen; {row.id} (2026-0001)" in said, name
    assert console("journaal", "--over", "2026-0002", "--wat", "gelezen")[1].startswith("Er is geen regel")


def test_a_right_to_enrol_is_shown_once_and_kept_as_a_hash(console: Console, database: Database) -> None:
    said = console("inschrijfrecht", "k.bakker", "--dagen", "2")[1]
    found = re.search(r"Bakker: ((?:[A-Z]{4}-){3}[A-Z]{4})", said)
    assert found is not None
    with database.read() as connection:
        (row,) = connection.execute(sa.select(schema.inschrijfrecht)).all()
    assert row.ambtenaar == "k.bakker"
    assert found[1].replace("-", "") not in str(row)
    code, said = console("inschrijfrecht", "k.bakker", "--dagen", "31")
    assert (code, "1 tot 30 dagen" in said) == (2, True)


def test_an_officer_is_brought_up_to_date(console: Console, database: Database) -> None:
    arguments = ("ambtenaar", "k.bakker", "--naam", "K. Bakker-de Wit", "--aktenummer", "7")
    assert console(*arguments)[1] == "K. Bakker-de Wit: opgeslagen."
    with database.read() as connection:
        assert access.officer_named(connection, "k.bakker").aktenummer == "7"
    eed = ("--parket", "arrondissementsparket Rotterdam", "--eed", "ambtsbelofte")
    assert console("ambtenaar", "k.bakker", "--naam", "K. Bakker", *eed)[1] == "K. Bakker: opgeslagen."
    with database.read() as connection:
        gevonden = access.officer_named(connection, "k.bakker")
    assert (gevonden.parket, gevonden.eed) == ("arrondissementsparket Rotterdam", "ambtsbelofte")
    code, said = console("ambtenaar", "k.bakker", "--naam", "x" * 401)
    assert (code, "400 tekens" in said) == (2, True)


def test_show_tells_what_is_known(console: Console) -> None:
    code, said = console("toon", "2026-0002")
    assert code == 0
    for line in (
        "Dossier 2026-0002: Paolo de Jager",
        "  school        Demo Haags Lyceum (98BB00)",
        "  ouder 1: Estrella de Jager, gezag: nee",
        "    GEHEIM ADRES (code 1): niet aan anderen geven",
        "    20 lesuur op 8 dagen",
        "      2026-10-01  2",
        "Deurbezoeken: 0",
    ):
        assert line in said.splitlines()


def test_show_names_a_pupil_outside_the_register(console: Console, database: Database) -> None:
    with database.read() as connection:
        where = schema.dossier.c.onderwijsnummer == "101222331"
        row = connection.execute(sa.select(schema.dossier).where(where)).one()
    by_number, by_id = console("toon", row.nummer), console("toon", row.id)
    assert by_number == by_id
    assert "  niet in de BRP, onderwijsnummer 101222331" in by_number[1].splitlines()


def test_no_command_goes_without_a_database(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DATABASE", "DATA", "CONFIG"):
        monkeypatch.delenv(f"LEERPLICHT_SERVER_{name}", raising=False)
    assert main(["seed"]) == 2
    assert "LEERPLICHT_SERVER_DATA" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url", ["onzin", "mysql://x/y", "sqlite:////bestaat/niet/x.db", "postgresql://nergens.invalid:1/x"]
)
def test_a_database_that_cannot_be_reached_is_said_so(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", url)
    assert main(["toon", "2026-0001"]) == 2
    assert "database" in capsys.readouterr().err


def test_practice_data_never_mix_with_real_dossiers(database: Database, console: Console) -> None:
    with database.write() as connection:
        connection.execute(sa.delete(schema.meta).where(schema.meta.c.naam == "oefendata"))
    code, said = console("seed")
    assert code == 2
    assert "lege database" in said


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--help"], "gebruik: leerplicht-server"),
        (["toewijzen", "--help"], "toon deze hulp"),
        ([], "dit ontbreekt: OPDRACHT"),
        (["dansen"], "niet bekend: 'dansen'"),
        (["toon"], "dit ontbreekt: dossier"),
        (["serve", "--port", "x"], "geen getal"),
        (["toewijzen", "a"], "geef één van --school --adres --dossier"),
    ],
)
def test_the_command_line_speaks_dutch(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(arguments)
    said = "".join(capsys.readouterr())
    assert word in said
    assert status == (0 if "--help" in arguments else 2)
    for english in ("usage", "options", "required", "argument "):
        assert english not in said


# -- settings -------------------------------------------------------------------------------------


def test_settings_come_from_a_file_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text('gemeente = "Ede"\ndata = "weg"\noefenen = true\n', encoding="utf-8")
    environment = {"LEERPLICHT_SERVER_CONFIG": str(file), "LEERPLICHT_SERVER_DATA": str(tmp_path / "a" / "b")}
    found = load(None, environment)
    assert (found.municipality, found.expect_practice) == ("Ede", True)
    assert found.database == f"sqlite:///{tmp_path}/a/b/leerplicht.db"
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize(
    ("text", "word"),
    [("gemeente =", "geen geldige TOML"), ('kleur = "x"', "kleur"), ('oefenen = "x"', "ja of nee")],
)
def test_a_settings_file_with_a_fault_is_refused(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "server.toml"
    file.write_text(text, encoding="utf-8")
    environment: dict[str, Any] = {"LEERPLICHT_SERVER_DATA": str(tmp_path)}
    with pytest.raises(ServerError, match=word):
        load(file, environment)
    blocked = {"LEERPLICHT_SERVER_DATA": str(file / "map")}
    with pytest.raises(ServerError, match="kan niet worden gemaakt"):
        load(None, blocked)
    with pytest.raises(ServerError, match="niet te lezen"):
        load(tmp_path / "weg.toml", environment)
