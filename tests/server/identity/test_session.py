"""Keeping, losing and stealing what a sign-in gave: the session is the same whatever door it came by."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from leerplicht_protocol import session as wire
from leerplicht_protocol.proof import Target
from leerplicht_protocol.session import SessionState
from leerplicht_server import journal, schema
from leerplicht_server.identity import officers
from leerplicht_server.identity.enrolment import give_right
from leerplicht_server.identity.states import ACTIVE, BARRED, SUSPENDED
from leerplicht_server.journal import Filter, What
from tests.server.office import ANNA, BRAM

from .conftest import Town
from .laptop import Laptop, RefusedError, code_of, must

FEED = "/v1/changes"


def refusal(call: object) -> tuple[int, str]:
    with pytest.raises(RefusedError) as fault:
        call()  # type: ignore[operator]
    return fault.value.args[0], fault.value.args[1]


def set_state(town: Town, officer: str, state: str) -> None:
    with town.office.database.write() as connection:
        officers.set_state(connection, officer, state)


def revoke(town: Town, laptop: Laptop) -> None:
    with town.office.database.write() as connection:
        officers.revoke_device(connection, laptop.live.device)


# -- the road ---------------------------------------------------------------------------------------


def test_signed_in_is_not_enrolled(town: Town) -> None:
    laptop = town.laptop()
    session = laptop.sign_in_by_code(ANNA)
    assert session.state is SessionState.NEW
    assert code_of(laptop.call("GET", FEED)) == "apparaat"
    enrolled = laptop.enrol()
    assert enrolled.ambtenaar is not None
    assert enrolled.ambtenaar.id == ANNA
    assert laptop.call("GET", FEED).status_code == 200
    assert laptop.enrol().device == enrolled.device  # the answer was lost: the same again
    renewed = laptop.renew()
    assert (renewed.state, renewed.device) == (SessionState.ACTIVE, enrolled.device)


def test_a_code_opens_a_session_only_for_the_key_that_asked_it(town: Town) -> None:
    owner, thief = town.laptop(), town.laptop()
    code = owner.ask("POST", "/v1/device-code").json()
    approved = {"code": code["user_code"], "ambtenaar": ANNA}
    assert town.http.post("/aanmelden", data=approved).status_code == 200
    asked = {"device_code": code["device_code"]}
    assert thief.ask("POST", "/v1/token", asked).json()["state"] == "expired"
    assert code_of(town.http.post("/v1/token", json=asked)) == "aanmelden"
    assert owner.ask("POST", "/v1/token", asked).json()["state"] == "granted"


def test_a_session_enrols_no_second_laptop(town: Town) -> None:
    laptop = town.working(ANNA)
    device = laptop.live.device
    assert laptop.enrol(incarnation="i-2").device == device
    assert town.office.count(schema.apparaat) == 1


def test_nothing_secret_stands_in_the_database(town: Town) -> None:
    laptop = town.working(ANNA)
    with town.office.database.read() as connection:
        tables = (schema.sessie, schema.vernieuwing, schema.inschrijfrecht, schema.aanmelding)
        kept = " ".join(str(connection.execute(sa.select(table)).all()) for table in tables)
    assert laptop.live.token not in kept
    assert laptop.live.renewal not in kept


# -- keeping and ending -----------------------------------------------------------------------------


def test_a_working_day_goes_by_renewals_and_then_ends(town: Town) -> None:
    laptop = town.working(ANNA)
    for hour in range(1, 10):
        town.clock.ahead = hour * 3_600
        laptop.renew()
        assert laptop.call("GET", FEED).status_code == 200
    town.clock.ahead = 10 * 3_600 + 1
    assert refusal(laptop.renew) == (401, "day_over")
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"


def test_an_access_token_lives_five_minutes(town: Town) -> None:
    laptop = town.working(ANNA)
    town.clock.ahead = 240  # the rest is for a slow machine
    assert laptop.call("GET", FEED).status_code == 200
    town.clock.ahead = 301
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    laptop.renew()
    assert laptop.call("GET", FEED).status_code == 200


def test_signing_out_ends_token_and_renewal(town: Town) -> None:
    laptop = town.working(ANNA)
    assert laptop.call("POST", wire.SIGN_OUT).json() == {}
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    assert refusal(laptop.renew) == (401, "aanmelden")


def test_a_new_sign_in_of_a_key_ends_the_one_before(town: Town) -> None:
    laptop = town.working(ANNA)
    before = laptop.copy()
    laptop.sign_in_by_code(ANNA)
    assert laptop.call("GET", FEED).status_code == 200
    assert code_of(before.call("GET", FEED)) == "aanmelden"


# -- theft ------------------------------------------------------------------------------------------


def test_a_stolen_token_is_nothing_without_the_key(town: Town) -> None:
    laptop, thief = town.working(ANNA), town.laptop()
    bare = town.http.get(FEED, headers={"Authorization": f"Bearer {laptop.live.token}"})
    assert code_of(bare) == "aanmelden"
    assert code_of(thief.ask("GET", FEED, token=laptop.live.token)) == "aanmelden"
    colleague = town.working(BRAM)
    assert code_of(colleague.ask("GET", FEED, token=laptop.live.token)) == "aanmelden"


def test_a_stolen_renewal_is_nothing_without_the_key(town: Town) -> None:
    laptop, thief = town.working(ANNA), town.laptop()
    thief.session = laptop.session
    assert refusal(thief.renew) == (401, "aanmelden")
    laptop.renew()  # and the owner noticed nothing


def test_a_copied_vault_betrays_itself(town: Town) -> None:
    laptop = town.working(ANNA)
    thief = laptop.copy()
    thief.renew()
    town.clock.ahead = 61
    assert refusal(laptop.renew) == (401, "aanmelden")
    assert refusal(thief.renew) == (401, "aanmelden")
    assert code_of(thief.call("GET", FEED)) == "aanmelden"


def test_a_copied_vault_betrays_itself_also_when_the_owner_was_quick(town: Town) -> None:
    laptop = town.working(ANNA)
    thief = laptop.copy()
    thief.renew()
    laptop.renew()  # within the minute of a lost answer
    town.clock.ahead = 61
    assert refusal(thief.renew) == (401, "aanmelden")
    assert refusal(laptop.renew) == (401, "aanmelden")


def test_a_lost_answer_of_a_renewal_costs_nothing(town: Town) -> None:
    laptop = town.working(ANNA)
    laptop.copy().renew()  # the answer never came
    laptop.renew()
    assert laptop.call("GET", FEED).status_code == 200
    town.clock.ahead = 250
    laptop.renew()


# -- proofs -----------------------------------------------------------------------------------------


def test_a_captured_proof_works_no_second_time(town: Town) -> None:
    laptop = town.working(ANNA)
    proof = laptop.proof("GET", FEED, token=laptop.live.token)
    assert laptop.send("GET", FEED, token=laptop.live.token, proof=proof).status_code == 200
    assert code_of(laptop.send("GET", FEED, token=laptop.live.token, proof=proof)) == "aanmelden"


def test_a_captured_proof_fits_no_other_body(town: Town) -> None:
    laptop = town.working(ANNA)
    token, right, wrong = laptop.live.token, b'{"ops":[]}', b'{"ops":["verzonnen"]}'
    proof = laptop.proof("POST", "/v1/ops", right, token)
    assert code_of(laptop.send("POST", "/v1/ops", wrong, token=token, proof=proof)) == "aanmelden"
    bare = laptop.proof("POST", "/v1/ops", token=token)
    assert code_of(laptop.send("POST", "/v1/ops", wrong, token=token, proof=bare)) == "aanmelden"


@pytest.mark.parametrize(("method", "path"), [("POST", FEED), ("GET", "/v1/digest")])
def test_a_captured_proof_fits_no_other_request(town: Town, method: str, path: str) -> None:
    laptop = town.working(ANNA)
    proof = laptop.proof(method, path, token=laptop.live.token)
    assert code_of(laptop.send("GET", FEED, token=laptop.live.token, proof=proof)) == "aanmelden"


def test_a_proof_grows_old_and_the_server_gives_the_next_nonce(town: Town) -> None:
    laptop = town.working(ANNA)
    proof = laptop.proof("GET", FEED, token=laptop.live.token)
    town.clock.ahead = 121
    answer = laptop.send("GET", FEED, token=laptop.live.token, proof=proof)
    assert (answer.status_code, code_of(answer)) == (401, "use_dpop_nonce")
    assert answer.headers["WWW-Authenticate"] == 'DPoP error="use_dpop_nonce"'
    assert laptop.call("GET", FEED).status_code == 200


def test_the_host_header_says_nothing_about_the_address(town: Town) -> None:
    laptop = town.working(ANNA)
    port = town.http.base_url.port
    elsewhere = Target("GET", f"http://localhost:{port}{FEED}")
    wrong = laptop.prover.proof(elsewhere, nonce=laptop.nonce, token=laptop.live.token)
    right = laptop.proof("GET", FEED, token=laptop.live.token)
    for proof, status in ((wrong, 401), (right, 200)):
        headers = {
            "DPoP": proof,
            "Authorization": f"DPoP {laptop.live.token}",
            "Host": f"localhost:{port}",
        }
        assert town.http.get(FEED, headers=headers).status_code == status


@pytest.mark.parametrize("path", [wire.SIGN_IN, wire.SESSION, wire.RENEW])
@pytest.mark.parametrize("proof", ["", "a.b.c", "x" * 3_000])
def test_strangers_prove_their_key_too(town: Town, path: str, proof: str) -> None:
    headers = {"DPoP": proof} if proof else {}
    assert code_of(town.http.post(path, json={}, headers=headers)) == "aanmelden"


def test_every_answer_carries_a_nonce(town: Town) -> None:
    for path in ("/v1/hello", FEED, "/v1/nergens"):
        assert len(town.http.get(path).headers["DPoP-Nonce"]) > 20


# -- revoked, suspended, barred ---------------------------------------------------------------------


def test_a_revoked_laptop_is_dead_at_once_and_hands_in_to_quarantine(town: Town) -> None:
    town.office.dossier("d-1", ANNA)
    laptop = town.working(ANNA)
    revoke(town, laptop)
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    assert refusal(laptop.renew) == (401, "aanmelden")
    assert code_of(laptop.call("POST", "/v1/devices", {"name": "x", "incarnation": "i-9"})) == "aanmelden"
    session = laptop.sign_in_by_code(ANNA)  # the officer himself, who found his laptop again
    assert session.state is SessionState.REVOKED
    assert laptop.enrol(incarnation="i-9").state.value == "revoked"
    for path in (FEED, "/v1/digest"):
        assert code_of(laptop.call("GET", path)) == "apparaat_ingetrokken"
    answer = laptop.push(town.office.note("d-1")).json()
    assert answer["device_state"] == "revoked"
    assert [(r["status"], r["reason"]) for r in answer["results"]] == [("rejected", "na_intrekking")]
    assert town.office.count(schema.quarantaine) == 1
    assert ("gespreksnotitie", "g-1") not in town.office.visible(ANNA)


def test_a_new_key_does_not_revive_a_revoked_vault(town: Town) -> None:
    revoke(town, town.working(ANNA))
    other = town.laptop()
    other.sign_in_by_code(ANNA)
    assert refusal(other.enrol) == (403, "apparaat_ingetrokken")
    assert other.enrol(incarnation="i-2").state.value == "active"  # another laptop is another matter


def test_a_suspended_officer_hands_in_to_quarantine_and_comes_back(town: Town) -> None:
    town.office.dossier("d-1", ANNA)
    laptop = town.working(ANNA)
    set_state(town, ANNA, SUSPENDED)
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    assert laptop.sign_in_by_code(ANNA).state is SessionState.SUSPENDED
    assert code_of(laptop.call("GET", FEED)) == "suspended"
    answer = laptop.push(town.office.note("d-1")).json()
    assert answer["results"][0]["reason"] == "na_schorsing"
    assert answer["device_state"] == "active"
    set_state(town, ANNA, ACTIVE)
    assert laptop.call("GET", FEED).status_code == 200  # from the next request


def test_a_suspended_officer_enrols_no_laptop(town: Town) -> None:
    laptop = town.laptop()
    laptop.sign_in_by_code(ANNA)
    set_state(town, ANNA, SUSPENDED)
    assert code_of(laptop.call("POST", "/v1/devices", {"name": "x", "incarnation": "i"})) == "aanmelden"
    assert refusal(lambda: town.laptop().sign_in_by_code(ANNA)) == (403, "suspended")


def test_a_barred_officer_gets_nothing(town: Town) -> None:
    laptop = town.working(ANNA)
    set_state(town, ANNA, BARRED)
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    assert refusal(laptop.renew) == (401, "aanmelden")
    assert refusal(lambda: laptop.sign_in_by_code(ANNA)) == (403, "barred")
    assert code_of(laptop.push()) == "aanmelden"


def test_enrolling_again_tells_the_journal_nothing_anew(town: Town) -> None:
    laptop = town.working(ANNA)
    laptop.enrol()
    revoke(town, laptop)
    laptop.sign_in_by_code(ANNA)
    assert laptop.enrol().state.value == "revoked"
    with town.office.database.read() as connection:
        told = journal.lines(connection, Filter(what=What.ENROLLED.value), 9)
    assert len(told) == 1


def test_a_right_that_was_given_does_not_outlive_a_suspension(town: Town) -> None:
    with town.office.database.write() as connection:
        right = give_right(connection, ANNA, int(town.clock()), 3)
    set_state(town, ANNA, SUSPENDED)
    set_state(town, ANNA, ACTIVE)
    laptop = town.laptop()
    laptop.sign_in_by_code(ANNA)
    assert refusal(lambda: laptop.enrol(right)) == (403, "right")


def test_a_session_tells_the_head_of_the_journal_and_the_line_that_was_kept(town: Town) -> None:
    laptop = town.working(ANNA)
    head = laptop.live.journal
    assert head is not None
    asked = {"renewal": laptop.live.renewal, "journal": head.nr}
    town.working(BRAM, "i-2")
    answer = must(laptop.ask("POST", wire.RENEW, asked))
    assert answer["journal"]["nr"] > head.nr
    assert answer["journal_seen"] == head.hash


def test_a_laptop_stays_of_its_officer(town: Town) -> None:
    laptop = town.working(ANNA)
    assert refusal(lambda: laptop.sign_in_by_code(BRAM)) == (403, "other_officer")


def test_a_body_that_is_no_session_request_is_refused(town: Town) -> None:
    laptop = town.laptop()
    wrong: tuple[object, ...] = ([], {}, {"renewal": ""}, {"renewal": 3}, {"renewal": "x" * 500})
    for value in wrong:
        assert laptop.ask("POST", wire.RENEW, value).status_code == 422
