"""What the administrator's first page asks, from an installed program and not from the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Installed


def test_nothing_comes_from_the_checkout(installed: Installed) -> None:
    """Else every other test here would prove nothing."""
    python = installed.environment / "bin" / "python"
    found = installed.run(
        "python",
        "-c",
        "import leerplicht_desktop, leerplicht_server, leerplicht_protocol;"
        "from leerplicht_desktop.domain.wet.hulpbron import hulpbronnen;"
        "from leerplicht_server.practice_data import folder;"
        "print(leerplicht_desktop.__file__, leerplicht_server.__file__, leerplicht_protocol.__file__,"
        " hulpbronnen(), folder(), sep='\\n')",
    ).stdout.splitlines()
    assert len(found) == 5
    assert all(str(python.parents[1]) in line for line in found)


@pytest.mark.parametrize("program", ["leerplicht-desktop", "leerplicht-server"])
def test_both_programs_say_their_version_and_help_in_dutch(installed: Installed, program: str) -> None:
    assert installed.run(program, "--version").stdout == f"{program} 0.1.0\n"
    told = installed.run(program, "--help").stdout
    assert told.startswith("gebruik: ")
    assert "show this" not in told
    wrong = installed.run(program, "--bestaat-niet", status=2).stderr
    assert "gebruik: " in wrong
    assert f"{program} --help" in wrong


def test_the_self_test_is_good_for_people_and_for_machines(installed: Installed) -> None:
    told = installed.run("leerplicht-desktop", "--zelftest").stdout
    assert told.splitlines()[-1].startswith("Alles werkt.")
    answer = json.loads(installed.run("leerplicht-desktop", "--zelftest", "--json").stdout)
    assert answer["goed"] is True
    assert answer["versie"] == "0.1.0"
    names = [part["naam"] for part in answer["delen"]]
    assert names == [line[6:].split(":")[0] for line in told.splitlines()[:-1]]
    assert "Bestanden" in names


def test_forms_are_copied_checked_and_shown(installed: Installed) -> None:
    own = installed.home / "eigen formulieren"
    assert str(own) in installed.run("leerplicht-desktop", "formulieren", "kopieer", str(own)).stdout
    installed.run("leerplicht-desktop", "formulieren", "controleer", str(own))
    installed.run("leerplicht-desktop", "formulieren", "voorbeeld", str(own))
    letters = {page.stem for page in (own / "brieven").glob("*.toml")}
    shown = {page.stem for page in (own / "voorbeelden").glob("*.pdf")}
    assert letters
    assert letters <= {name.removeprefix("brief-") for name in shown} | shown
    again = installed.run("leerplicht-desktop", "formulieren", "kopieer", str(own), status=2).stdout
    assert str(own) in again


def test_a_register_is_seeded(installed: Installed) -> None:
    place = {
        "LEERPLICHT_SERVER_DATA": str(installed.home),
        "LEERPLICHT_SERVER_DATABASE": f"sqlite:///{installed.home / 'gemeente.db'}",
    }
    told = installed.run("leerplicht-server", "seed", more=place).stdout
    assert "personen" in told
    officers = installed.run("leerplicht-server", "ambtenaren", more=place).stdout
    assert "n.hendriks" in officers


def _file_of(environment: Path, name: str) -> Path:
    (found,) = environment.rglob(name)
    return found


def test_a_changed_or_missing_file_is_named(own_copy: Installed) -> None:
    law = _file_of(own_copy.environment, "leerplicht_resources/wet/leerplicht.toml")
    law.write_bytes(law.read_bytes().replace(b"16", b"17", 1))
    letter = next((_file_of(own_copy.environment, "leerplicht_forms/brieven")).glob("*.toml"))
    letter.unlink()
    told = own_copy.run("leerplicht-desktop", "--zelftest", status=1).stdout
    (line,) = [line for line in told.splitlines() if "Bestanden" in line]
    assert line.startswith("FOUT")
    assert "leerplicht.toml" in line
    assert letter.name in line
    answer = json.loads(own_copy.run("leerplicht-desktop", "--zelftest", "--json", status=1).stdout)
    assert [part["goed"] for part in answer["delen"] if part["naam"] == "Bestanden"] == [False]


@pytest.mark.parametrize("words", [("--help",), ("--zelftest",), ("formulieren", "waar")])
def test_a_full_disk_behind_the_output_is_a_sentence(installed: Installed, words: tuple[str, ...]) -> None:
    shell = f'exec "{installed.environment}/bin/leerplicht-desktop" {" ".join(words)} > /dev/full'
    done = installed.run_shell(shell)
    assert done.returncode == 74
    assert done.stderr.strip() == "De uitvoer kon niet worden geschreven: de schijf is vol."


def test_a_program_without_streams_does_its_work(installed: Installed) -> None:
    """As a windowed program on Windows: no output, no input, no errors, and yet the status."""
    shell = f'exec "{installed.environment}/bin/leerplicht-desktop" --zelftest <&- >&- 2>&-'
    assert installed.run_shell(shell).returncode == 0


@pytest.mark.journey
def test_the_practice_visit_is_walked(installed: Installed) -> None:
    """Enrol, pull, visit, lock, unlock, sync, in the installed program with its own municipal server."""
    pictures = installed.home / "beelden"
    told = installed.run("leerplicht-desktop", "--rondleiding", str(pictures), wait=400).stdout
    seen = {picture.read_bytes() for picture in pictures.glob("*.png")}
    assert len(seen) == 7, told
    assert min(map(len, seen)) > 10_000  # a window that painted nothing is smaller


def test_the_policy_of_a_machine_is_shown_and_its_template_is_made(installed: Installed) -> None:
    assert "niets bepaald" in installed.run("leerplicht-desktop", "beleid").stdout
    file = installed.home / "beleid.toml"
    file.write_text('exporteren = false\nvergrendel_na_minuten = "vijf"\n', "utf-8")
    file.chmod(0o600)
    more = {"LEERPLICHT_BELEID": str(file)}
    told = installed.run("leerplicht-desktop", "beleid", status=1, more=more).stdout
    assert f"Exporteren: niet toegestaan (het bestand {file})" in told
    assert "FOUT: " in told
    assert "“vergrendel_na_minuten”" in told
    answer = json.loads(
        installed.run("leerplicht-desktop", "--zelftest", "--json", status=1, more=more).stdout
    )
    assert [part["naam"] for part in answer["delen"] if not part["goed"]] == ["Beleid"]
    made = installed.run("leerplicht-desktop", "beleid", "--sjabloon", str(installed.home / "adm")).stdout
    assert all(Path(line).is_file() for line in made.splitlines())
    assert len(made.splitlines()) == 2
