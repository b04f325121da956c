"""What was set aside: listed without its content, judged by a person, heard by the laptop; and its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult, OpStatus, Receipts
from leerplicht_protocol.records import Entity
from leerplicht_server import allowance, journal, records, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.journal import Filter, What
from leerplicht_server.migrate import migrate
from tests.server.office import ANNA, BRAM, Laptop, Office
from tests.server.web import Signed, client, sign_in

SECRET = "moeder is bang"
WHY = ("--reden", "besproken met de teamleider")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def real(database_url: str) -> Iterator[Office]:
    """A municipality of its own: nothing of people is read or decided without a reason."""
    opened = open_database(database_url)
    migrate(opened)
    yield Office(opened)
    opened.close()


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Gives a command, and what it said on both ways out."""
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)

    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def _refused(office: Office, **changes: Any) -> dict[str, Any]:
    """A note of Anna about a dossier that went to Bram."""
    if not office.count(schema.record):
        office.dossier("d-1", BRAM)
    op = office.note("d-1", body={"tekst": SECRET, **changes.pop("body", {})}, **changes)
    assert office.push(ANNA, op).status is OpStatus.REJECTED
    return op


def _receipt(office: Office, op: dict[str, Any]) -> OpResult:
    return office.push(ANNA, op)


def _journal(database: Database) -> list[tuple[str, str]]:
    with database.read() as connection:
        return [(row.wat, row.waarop) for row in journal.lines(connection, Filter(), 500)]


def test_the_list_says_whose_whence_since_and_why_and_not_what(real: Office, run: Run) -> None:
    real.laptop(ANNA)
    op = _refused(real)
    code, said, _ = run("quarantaine")
    assert code == 0
    for part in (
        op["op"],
        "gespreksnotitie bij d-1",
        "anna (Anna)",
        "dev-anna (laptop)",
        "niet (meer) van hem",
    ):
        assert part in said
    assert SECRET not in said
    assert said.endswith("1 stuk wacht op een besluit.\n")
    assert run("quarantaine", "--ambtenaar", BRAM)[1] == "1 stuk wacht op een besluit.\n"
    assert op["op"] in run("quarantaine", "--laptop", "dev-anna")[1]
    assert _journal(real.database)[0] == (What.QUARANTINE_READ.value, "[]")


def test_the_content_is_shown_for_a_reason_and_stands_in_the_journal(real: Office, run: Run) -> None:
    op = _refused(real)
    assert SECRET not in run("quarantaine", "--toon", op["op"])[1]
    code, said, fault = run("quarantaine", "--toon", op["op"], "--inhoud")
    assert (code, said) == (2, "")
    assert "--reden" in fault
    code, said, _ = run("quarantaine", "--toon", op["op"], "--inhoud", *WHY)
    assert code == 0
    assert f"tekst: {SECRET}" in said
    what, on = _journal(real.database)[0]
    assert what == What.READ.value
    assert op["op"] in on
    assert "d-1" in on


def test_what_is_released_stands_in_the_file_as_its_authors(real: Office, run: Run) -> None:
    op = _refused(real)
    with real.database.read() as connection:
        came = connection.execute(sa.select(schema.quarantaine.c.ontvangen_op)).scalar_one()
    assert run("quarantaine", "--vrijgeven", op["op"])[0] == 1  # not without a reason
    code, said, _ = run("quarantaine", "--vrijgeven", op["op"], *WHY)
    assert code == 0
    assert "vrijgegeven" in said
    bram = Laptop(real.database, BRAM)
    bram.pull()
    note = bram.records["gespreksnotitie", op["id"]]
    assert note.fields["tekst"] == SECRET
    assert note.author is not None
    assert (note.author.officer, note.author.name, note.author.device) == (ANNA, "Anna", "dev-anna")
    assert note.author.received_at.isoformat(timespec="milliseconds") == came
    receipt = _receipt(real, op)
    assert (receipt.status, receipt.rev) == (OpStatus.APPLIED, 1)
    assert receipt.reason == f"vrijgegeven: {WHY[1]}"
    what, on = _journal(real.database)[0]
    assert (what, "d-1" in on) == (What.RELEASED.value, True)


def test_a_decision_is_final(real: Office, run: Run) -> None:
    op = _refused(real)
    assert run("quarantaine", "--afwijzen", op["op"], *WHY)[0] == 0
    before = _receipt(real, op)
    for act in (
        ("--vrijgeven", op["op"]),
        ("--afwijzen", op["op"]),
        ("--overdragen", op["op"], "--aan", BRAM),
    ):
        code, _, fault = run("quarantaine", *act, *WHY)
        assert code == 1
        assert "al beslist (afgewezen)" in fault
    assert _receipt(real, op) == before
    assert run("quarantaine")[1] == "Er wacht niets op een besluit.\n"
    assert "afgewezen op" in run("quarantaine", "--beslist")[1]


def test_what_is_refused_for_good_tells_its_author_why(real: Office, run: Run) -> None:
    op = _refused(real)
    code, _, fault = run("quarantaine", "--afwijzen", op["op"])
    assert code == 2
    assert "De maker leest het" in fault
    run("quarantaine", "--afwijzen", op["op"], "--reden", "hoort bij\neen ander \u202egezin")
    receipt = _receipt(real, op)
    assert (receipt.status, receipt.reason) == (OpStatus.REJECTED, "afgewezen: hoort bij een ander gezin")
    with real.database.read() as connection:
        assert records.load(connection, Entity.GESPREKSNOTITIE, op["id"]) is None
        assert SECRET in connection.execute(sa.select(schema.quarantaine.c.inhoud)).scalar_one()


def test_a_colleague_gets_it_with_a_task(real: Office, run: Run) -> None:
    op = _refused(real)
    assert run("quarantaine", "--overdragen", op["op"], "--aan", BRAM, *WHY)[0] == 0
    bram = Laptop(real.database, BRAM)
    bram.pull()
    assert bram.records["gespreksnotitie", op["id"]].fields["tekst"] == SECRET
    (task,) = [change.fields for (kind, _), change in bram.records.items() if kind == "taak"]
    assert (task["wie"], task["herkomst"], task["dossiers"]) == ("Bram", op["id"], ["d-1"])
    assert "Anna" in str(task["wat"])
    assert SECRET not in str(task["wat"])
    receipt = _receipt(real, op)
    assert receipt.status is OpStatus.APPLIED
    assert receipt.reason == f"overgedragen: Bram. {WHY[1]}"


@pytest.mark.parametrize(
    ("to", "told"),
    [("cora", "heeft dossier d-1 niet"), (ANNA, "zijn eigen werk"), ("niemand", "is niet bekend")],
)
def test_it_goes_only_to_who_will_see_it(real: Office, run: Run, to: str, told: str) -> None:
    op = _refused(real)
    run("ambtenaar", "cora", "--naam", "Cora")
    code, _, fault = run("quarantaine", "--overdragen", op["op"], "--aan", to, *WHY)
    assert code == 1
    assert told in fault
    assert _receipt(real, op).reason == "out_of_scope"


def test_it_goes_to_nobody_who_was_suspended(real: Office, run: Run) -> None:
    op = _refused(real)
    run("ambtenaren", "--schors", BRAM, *WHY)
    assert "is geschorst" in run("quarantaine", "--overdragen", op["op"], "--aan", BRAM, *WHY)[2]


def test_what_goes_on_from_it_is_named_and_follows(real: Office, run: Run) -> None:
    first = _refused(real)
    second = real.note("d-1", after=[first["id"]], body={"corrigeert": first["id"]})
    with real.database.write() as connection:  # else it would come in with the access that returns
        connection.execute(sa.update(schema.quarantaine).values(reden="na_schorsing"))
    real.grant(ANNA, "d-1")
    assert real.push(ANNA, second).reason == "after_rejected"
    fault = run("quarantaine", "--vrijgeven", second["op"], *WHY)[2]
    assert "gaat verder op iets dat zelf nog niet is aangenomen" in fault
    assert second["op"] in run("quarantaine", "--vrijgeven", first["op"], *WHY)[1]
    assert run("quarantaine", "--vrijgeven", second["op"], *WHY)[0] == 0
    assert _receipt(real, second).status is OpStatus.APPLIED


def test_of_several_each_is_decided_alone(real: Office, run: Run) -> None:
    good, bad = _refused(real), _refused(real, body={"hoe": "per duif"})
    code, said, fault = run("quarantaine", "--vrijgeven", bad["op"], "op-99", good["op"], *WHY)
    assert code == 1
    assert said.startswith(f"{good['op']}: vrijgegeven")
    assert "klopt niet met wat is afgesproken (hoe)" in fault
    assert "ligt geen op-99" in fault
    assert _receipt(real, bad).reason == "out_of_scope"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--overdragen", "op-1"), "--aan"),
        (("--aan", "bram"), "--overdragen"),
        (("--inhoud",), "--toon"),
        (("--aantal", "0"), "--aantal"),
        (("--toon", "op-1"), "ligt geen op-1"),
    ],
)
def test_a_command_that_is_not_whole_says_what_is_missing(
    real: Office, run: Run, words: tuple[str, ...], told: str
) -> None:
    code, _, fault = run("quarantaine", *words)
    assert code == 2
    assert told in fault


# -- what the laptop hears -------------------------------------------------------------------------


def _receipts(laptop: Signed, *ops: str, device: str = "") -> Any:
    body = {"device": device or laptop.device, "ops": list(ops)}
    return laptop.http.post("/v1/receipts", json=body, auth=laptop.auth)


def test_a_laptop_hears_of_its_own_and_of_no_others(office: Office, run: Run) -> None:
    with client(office.database) as http:
        anna, bram = sign_in(http, ANNA), sign_in(http, BRAM)
        op = office.note("d-1")
        office.dossier("d-1", BRAM)
        assert anna.pushed(op).results[0].reason == "out_of_scope"
        assert run("quarantaine", "--vrijgeven", op["op"], *WHY)[0] == 0
        answer = _receipts(anna, "op-onbekend", op["op"], op["op"])
        (heard,) = Receipts.model_validate_json(answer.content, strict=True).results
        assert (heard.op, heard.status) == (op["op"], OpStatus.APPLIED)
        assert _receipts(bram, op["op"]).json() == {"results": []}
        assert _receipts(anna, op["op"], device=bram.device).status_code == 403
        assert _receipts(anna).status_code == 422
        assert _receipts(anna, *(f"op-{n}" for n in range(501))).status_code == 422


# -- limits ----------------------------------------------------------------------------------------


def _small(monkeypatch: pytest.MonkeyPatch, **limits: allowance.Limit) -> None:
    for name, limit in limits.items():
        monkeypatch.setattr(f"leerplicht_server.allowance.{name}", limit)


@pytest.mark.parametrize("limit", [allowance.Limit(3, 10**9), allowance.Limit(10**9, 1_500)])
def test_a_laptop_sets_aside_so_much_and_the_rest_waits_with_it(
    limit: allowance.Limit, office: Office, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _small(monkeypatch, APART=limit)
    office.dossier("d-1", BRAM)
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        ops = [office.note("d-1", body={"tekst": "x" * 20}) for _ in range(8)]
        results = anna.pushed(*ops).results
        kept = [result.op for result in results if result.status is OpStatus.REJECTED]
        assert 2 <= len(kept) < 6
        assert {r.reason for r in results[len(kept) :]} == {allowance.APART_FULL}
        assert {r.status for r in results[len(kept) :]} == {OpStatus.WAITING}
        assert office.count(schema.quarantaine) == office.count(schema.operatie) == len(kept)
        what, _ = _journal(office.database)[0]
        assert what == What.REFUSED.value
        run("quarantaine", "--afwijzen", *kept, *WHY)  # judged, so there is room again
        assert anna.pushed(*ops[len(kept) :]).results[0].status is OpStatus.REJECTED
        office.grant(ANNA, "d-1")
        assert anna.pushed(office.note("d-1")).results[0].status is OpStatus.APPLIED


@pytest.mark.parametrize("limit", [allowance.Limit(3, 10**9), allowance.Limit(10**9, 1_500)])
def test_an_officer_sends_so_much_in_a_day(
    limit: allowance.Limit, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _small(monkeypatch, DAY=limit)
    office.dossier("d-1", ANNA)
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        ops = [office.note("d-1", body={"tekst": "x" * 20}) for _ in range(8)]
        results = anna.pushed(*ops).results
        taken = [result for result in results if result.status is OpStatus.APPLIED]
        assert 2 <= len(taken) < 6
        assert {(r.status, r.reason) for r in results[len(taken) :]} == {
            (OpStatus.WAITING, allowance.DAY_FULL)
        }
        assert anna.pushed(ops[0]).results[0] == taken[0]  # what came before costs nothing again
        yesterday = sa.update(schema.operatie).values(ontvangen_op="2026-11-20T00:00:00.000+00:00")
        with office.database.write() as connection:
            connection.execute(yesterday)
        assert anna.pushed(ops[-1]).results[0].status is OpStatus.APPLIED
