"""What an administrator decided for a machine is read line by line, and a mistake of his opens nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.ports.beleid import KORTSTE_MINUTEN, VRIJ
from leerplicht_desktop.machine import policy
from leerplicht_desktop.machine.policy import SETTINGS, VARIABLE, from_registry, read_policy

WHOLE = """
server = "https://leerplicht.gemeente.example"
ca_bestand = "/etc/leerplicht/uitgevers.pem"
proxy = "http://proxy.gemeente.example:8080"
vergrendel_na_minuten = 4
exporteren = false
formulieren_map = "/srv/leerplicht/formulieren"
"""


def _file(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "beleid.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    file.chmod(0o644)
    return file


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "er is er geen.toml") == VRIJ


def test_every_setting_arrives_with_its_source(tmp_path: Path) -> None:
    file = _file(tmp_path, WHOLE)
    read = read_policy(file)
    assert (read.server, read.ca_bestand) == (
        "https://leerplicht.gemeente.example",
        "/etc/leerplicht/uitgevers.pem",
    )
    assert (read.proxy, read.vergrendel_na) == ("http://proxy.gemeente.example:8080", 4)
    assert (read.exporteren, read.formulierenmap) == (False, "/srv/leerplicht/formulieren")
    assert [rule.onderwerp for rule in read.regels] == [setting.about for setting in SETTINGS]
    assert {rule.bron for rule in read.regels} == {f"het bestand {file}"}
    assert "niet toegestaan" in [rule.besluit for rule in read.regels]
    assert read.fouten == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('exporteren = "nee"', "true of false"),
        ("exporteren = 0", "true of false"),
        ('vergrendel_na_minuten = "5"', "heel getal van 1 tot en met 60"),
        ("vergrendel_na_minuten = 0", "heel getal"),
        ("vergrendel_na_minuten = 61", "heel getal"),
        ("vergrendel_na_minuten = true", "heel getal"),
        ("vergrendel_na_minuten = 4.5", "heel getal"),
        ('server = "http://leerplicht.gemeente.example"', "https://"),
        ("server = 5", "tekst tussen aanhalingstekens"),
        ('server = ["https://a.example"]', "tekst tussen aanhalingstekens"),
        ('server = "https://"', "https://"),
        ('server = "https://[::1"', "https://"),
        ('proxy = "http://jan:geheim@proxy:8080"', "zonder naam en wachtwoord"),
        ('proxy = "proxy:8080"', "http://proxy"),
        ('ca_bestand = "uitgevers.pem"', "volledig pad"),
        ('formulieren_map = "..\\\\formulieren"', "volledig pad"),
    ],
)
def test_a_wrong_line_is_named_with_its_remedy_and_costs_no_other(
    tmp_path: Path, line: str, said: str
) -> None:
    name = line.split(" = ")[0]
    kept = "\n".join(each for each in WHOLE.splitlines() if not each.startswith(name))
    read = read_policy(_file(tmp_path, f"{kept}\n{line}\n"))
    (fault,) = read.fouten
    assert f"“{name}”" in fault
    assert said in fault
    assert "geheim" not in fault
    assert len(read.regels) == len(SETTINGS) - 1


def test_what_guards_is_strict_when_it_cannot_be_read(tmp_path: Path) -> None:
    read = read_policy(_file(tmp_path, 'exporteren = "ja"\nvergrendel_na_minuten = 99\n'))
    assert (read.exporteren, read.vergrendel_na) == (False, KORTSTE_MINUTEN)


@pytest.mark.parametrize(
    "content",
    [
        b"exporteren = ",
        b"\xff\xfe\x00",
        b"a = " + b"[" * 5_000,
        b"#" * 70_000,
        b"exporteren = true\nexporteren = true",
    ],
    ids=["half", "no text", "deep", "large", "twice"],
)
def test_a_file_that_cannot_be_read_is_strict_and_says_so(tmp_path: Path, content: bytes) -> None:
    read = read_policy(_file(tmp_path, content))
    (fault,) = read.fouten
    assert "leesbaar TOML-bestand" in fault
    assert (read.exporteren, read.vergrendel_na, read.server) == (False, KORTSTE_MINUTEN, "")


def test_an_unknown_word_is_told_and_changes_nothing(tmp_path: Path) -> None:
    read = read_policy(_file(tmp_path, 'exporteer = false\nserver = "https://leerplicht.gemeente.example"\n'))
    (fault,) = read.fouten
    assert "“exporteer”" in fault
    assert "exporteren" in fault  # what it may have meant
    assert read.exporteren
    assert read.server


def test_a_file_that_others_can_write_is_not_believed(tmp_path: Path) -> None:
    file = _file(tmp_path, "exporteren = true\nvergrendel_na_minuten = 60\n")
    file.chmod(0o666)
    read = read_policy(file)
    assert (read.exporteren, read.vergrendel_na) == (False, KORTSTE_MINUTEN)
    assert "anderen dan de beheerder" in read.fouten[0]


def test_a_user_may_bind_himself_and_not_let_himself_loose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = tmp_path / "machine.toml"
    own = _file(tmp_path, "exporteren = false\n")
    monkeypatch.setattr(policy, "policy_file", lambda: machine)
    monkeypatch.setenv(VARIABLE, str(own))
    assert not read_policy().exporteren
    machine.write_text("vergrendel_na_minuten = 3\nexporteren = false\n", "utf-8")
    own.write_text("exporteren = true\n", "utf-8")
    read = read_policy()
    assert (read.vergrendel_na, read.exporteren) == (3, False)


def test_group_policy_gives_a_choice_as_a_number_and_wins() -> None:
    assert from_registry({"exporteren": 0, "vergrendel_na_minuten": 1, "server": "x"}) == {
        "exporteren": False,
        "vergrendel_na_minuten": 1,
        "server": "x",
    }


def test_what_stands_later_repairs_what_was_wrong_before() -> None:
    reader = policy._Reader()
    reader.take({"exporteren": "nee", "vergrendel_na_minuten": 5}, "een bestand")
    reader.take({"exporteren": True, "vergrendel_na_minuten": 7}, "het groepsbeleid")
    read = reader.policy()
    assert (read.exporteren, read.vergrendel_na) == (True, 7)
    assert {rule.bron for rule in read.regels} == {"het groepsbeleid"}


@given(
    st.dictionaries(
        st.sampled_from([setting.name for setting in SETTINGS]) | st.text(max_size=20),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=40)
        | st.lists(st.integers(), max_size=3),
        max_size=8,
    )
)
def test_nothing_an_administrator_writes_stops_the_program(values: dict[str, object]) -> None:
    reader = policy._Reader()
    reader.take(values, "een bestand")
    read = reader.policy()
    assert 0 <= read.vergrendel_na <= 60
    wrong_guard = "exporteren" in values and not isinstance(values["exporteren"], bool)
    assert not (wrong_guard and read.exporteren)
