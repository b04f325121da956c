"""Who may do what, in which state: every endpoint tried by every caller, on both databases."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import ChangesPage, Digest, Problem
from leerplicht_protocol.records import Entity
from leerplicht_protocol.recovery import ANSWER, ASK
from leerplicht_protocol.session import RENEW, SESSION, SIGN_IN, SIGN_OUT
from leerplicht_server import access, schema
from leerplicht_server.database import Database
from leerplicht_server.http.app import create_app
from leerplicht_server.identity import officers
from tests.server.office import ANNA, BRAM, Office
from tests.server.web import PRACTICE, Signed, client, sign_in

HERS, ALSO_HERS, HIS = "d-hers", "d-also", "d-his"


@dataclass
class Town:
    """Anna has two dossiers and Bram has one; both have a laptop."""

    office: Office
    anna: Signed
    bram: Signed

    def edit(self, statement: sa.Update | sa.Delete) -> None:
        with self.office.database.write() as connection:
            connection.execute(statement)


@pytest.fixture
def town(office: Office) -> Iterator[Town]:
    office.dossier(HERS, ANNA)
    office.dossier(ALSO_HERS, ANNA)
    office.dossier(HIS, BRAM)
    with client(office.database) as http:
        yield Town(office, sign_in(http, ANNA), sign_in(http, BRAM))


# -- who, in which state ---------------------------------------------------------------------------


def _own(town: Town) -> Signed:
    return town.anna


def _other_officer(town: Town) -> Signed:
    return town.bram


def _lost_laptop(town: Town) -> Signed:
    with town.office.database.write() as connection:
        officers.revoke_device(connection, town.anna.device)
    return town.anna


def _dossier_taken_away(town: Town) -> Signed:
    town.office.revoke(ANNA, HERS)
    return town.anna


def _dossier_given_back(town: Town) -> Signed:
    town.office.revoke(ANNA, HERS)
    town.office.grant(ANNA, HERS)
    return town.anna


def _dossier_handed_over(town: Town) -> Signed:
    """Bram got what Anna had; it is Bram who calls."""
    town.office.revoke(ANNA, HERS)
    town.office.grant(BRAM, HERS)
    return town.bram


def _dossier_gone(town: Town) -> Signed:
    here = (schema.record.c.entiteit == Entity.DOSSIER.value, schema.record.c.id == HERS)
    town.edit(sa.update(schema.record).where(*here).values(weg=True))
    return town.anna


def _token_taken_away(town: Town) -> Signed:
    town.edit(sa.update(schema.sessie).where(schema.sessie.c.ambtenaar == ANNA).values(einde="afgemeld"))
    return town.anna


def _unknown_token(town: Town) -> Signed:
    return replace(town.anna, token="verzonnen")


def _token_of_another(town: Town) -> Signed:
    """Bram's key beside Anna's token."""
    return replace(town.bram, token=town.anna.token)


# -- what ------------------------------------------------------------------------------------------


def _refusal(answer: httpx.Response) -> str:
    code = Problem.model_validate_json(answer.content, strict=True).code
    return f"{answer.status_code} {code}"


def _op(who: Signed, op: dict[str, object]) -> str:
    answer = who.push(op)
    if answer.status_code != 200:
        return _refusal(answer)
    (result,) = answer.json()["results"]
    return str(result["reason"] or result["status"])


def _note(town: Town, who: Signed) -> str:
    return _op(who, town.office.note(HERS))


def _note_for_both(town: Town, who: Signed) -> str:
    return _op(who, town.office.note(ALSO_HERS, HERS))


def _note_elsewhere(town: Town, who: Signed) -> str:
    return _op(who, town.office.note(HIS))


def _change(town: Town, who: Signed) -> str:
    return _op(who, town.office.patch(HERS, telefoon=("06-1", 1)))


def _numbers(_town: Town, who: Signed) -> str:
    asked = {"device": who.device, "jaar": 2026, "volg": 1}
    answer = who.http.post("/v1/nummers", json=asked, auth=who.auth)
    return "block" if answer.status_code == 200 else _refusal(answer)


def _feed(_town: Town, who: Signed) -> str:
    answer = who.get("/v1/changes")
    if answer.status_code != 200:
        return _refusal(answer)
    page = ChangesPage.model_validate_json(answer.content, strict=True)
    return " ".join(sorted(change.id for change in page.changes if change.id.startswith("d-"))) or "nothing"


def _feed_of_anna(town: Town, who: Signed) -> str:
    """Going on where Anna's laptop was: a place in her feed is hers."""
    place = town.anna.changes().next if who is town.bram else ""
    return _refusal(who.get("/v1/changes", cursor=place)) if place else "-"


def _digest(_town: Town, who: Signed) -> str:
    answer = who.get("/v1/digest")
    if answer.status_code != 200:
        return _refusal(answer)
    digest = Digest.model_validate_json(answer.content, strict=True)
    return str(next(line.count for line in digest.lines if line.entity is Entity.DOSSIER))


def _enrol(_town: Town, who: Signed) -> str:
    asked = {"name": "Laptop 1", "incarnation": "i-1"}
    answer = who.http.post("/v1/devices", json=asked, auth=who.auth)
    return str(answer.json()["state"]) if answer.status_code == 200 else _refusal(answer)


# -- the table -------------------------------------------------------------------------------------

ACTS: dict[str, Callable[[Town, Signed], str]] = {
    "feed": _feed,
    "her place": _feed_of_anna,
    "digest": _digest,
    "note": _note,
    "note for both": _note_for_both,
    "note elsewhere": _note_elsewhere,
    "change": _change,
    "numbers": _numbers,
    "enrol": _enrol,
}
"""In the order in which one caller tries them: reading first."""

OUT, GONE, PART = "out_of_scope", "dossier_gone", "deels"
STRANGER = ("401 aanmelden", "-", *["401 aanmelden"] * 7)
BOTH = f"{ALSO_HERS} {HERS}"

RIGHTS: dict[Callable[[Town], Signed], tuple[str, ...]] = {
    _own: (BOTH, "-", "2", "applied", "applied", OUT, "applied", "block", "active"),
    _dossier_given_back: (BOTH, "-", "2", "applied", "applied", OUT, "applied", "block", "active"),
    _dossier_taken_away: (ALSO_HERS, "-", "1", OUT, PART, OUT, OUT, "block", "active"),
    _dossier_gone: (BOTH, "-", "1", GONE, GONE, OUT, GONE, "block", "active"),
    _other_officer: (HIS, "400 cursor", "1", OUT, OUT, "applied", OUT, "block", "active"),
    _dossier_handed_over: (
        f"{HERS} {HIS}",
        "400 cursor",
        "2",
        "applied",
        PART,
        "applied",
        "applied",
        "block",
        "active",
    ),
    _lost_laptop: STRANGER,
    _token_taken_away: STRANGER,
    _unknown_token: STRANGER,
    _token_of_another: STRANGER,
}


@pytest.mark.parametrize("state", RIGHTS, ids=lambda state: state.__name__.strip("_"))
def test_every_right(town: Town, state: Callable[[Town], Signed]) -> None:
    who = state(town)
    told = {name: act(town, who) for name, act in ACTS.items()}
    assert told == dict(zip(ACTS, RIGHTS[state], strict=True))


def test_every_endpoint_is_in_the_table_or_tried_elsewhere(database: Database) -> None:
    tried = {"/v1/changes", "/v1/digest", "/v1/ops", "/v1/nummers", "/v1/devices", "/v1/unreadable"}
    signing_in = {SIGN_IN, SESSION, RENEW, SIGN_OUT}
    recovery = {ASK, ANSWER}  # nobody signed in can ask: tests/sync/test_real_recovery
    # What is his own, the journal and what a citizen gets are tried in test_quarantine, identity/test_matrix.
    open_to_all = {
        "/v1/receipts",
        "/v1/journaal",
        "/v1/inzage",
        "/v1/hello",
        "/v1/device-code",
        "/v1/token",
        "/aanmelden",
        *signing_in,
        *recovery,
    }
    watched = {"/health", "/ready", "/metrics"}  # of nobody: test_operating
    paths = {str(getattr(route, "path", "")) for route in create_app(database, PRACTICE).routes}
    # The desk has a table of its own, page by page and role by role: tests/server/bureau.
    assert {path for path in paths if not path.startswith("/bureau")} == tried | open_to_all | watched


# -- codes -----------------------------------------------------------------------------------------

CODES: dict[tuple[bool, int], tuple[bool, str]] = {
    # (approved, seconds it is still good): (can be approved, what the laptop hears before that)
    (False, 60): (True, "pending"),
    (True, 60): (False, "granted"),
    (False, -1): (False, "expired"),
    (True, -1): (False, "expired"),
}


@pytest.mark.parametrize(("approved", "left"), CODES)
def test_a_code_in_every_state(office: Office, approved: bool, left: int) -> None:
    can_be_approved, heard = CODES[approved, left]
    with office.database.write() as connection:
        code = access.begin_sign_in(connection, "http://x/", None, "duim")
        if approved:
            assert access.approve(connection, code.user_code, ANNA)
        connection.execute(sa.update(schema.aanmelding).values(verloopt=int(time.time()) + left))
        assert access.approved(connection, code.device_code, "duim")[0] == heard
        assert access.approve(connection, code.user_code, BRAM) is can_be_approved
        officer = connection.execute(sa.select(schema.aanmelding.c.ambtenaar)).scalar_one()
    assert officer == (ANNA if approved else BRAM if can_be_approved else None)


@pytest.mark.parametrize("typed", ["", "BCDF-BCDF", "bcdfbcdf", "%", "____-____"])
def test_a_code_that_was_never_given_is_approved_by_nobody(office: Office, typed: str) -> None:
    with office.database.write() as connection:
        code = access.begin_sign_in(connection, "http://x/", None, "duim")
        assert re.sub("[^A-Z]", "", typed.upper()) != code.user_code.replace("-", "")
        assert not access.approve(connection, typed, ANNA)
        assert access.approved(connection, "verzonnen", "duim") == ("expired", "")


# -- what a page says of a dossier that left -------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_a_dossier_that_left_is_told_once_wherever_the_page_ends(office: Office, limit: int) -> None:
    """Persons of two dossiers take the place of the revocation, so a page can end in the middle of it."""
    office.dossier(HERS, ANNA)
    office.dossier(ALSO_HERS, ANNA)
    for number in range(4):
        office.person(f"p-{number}", [HERS, ALSO_HERS], naam="x")
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        cursor = anna.changes().next
        office.revoke(ANNA, HERS)
        evicted: list[str] = []
        for _ in itertools.count():
            page = anna.changes(cursor, limit)
            evicted += [one.dossier for one in page.evict]
            cursor = page.next
            if not page.more:
                break
    assert evicted == [HERS]
