"""The feed: every page checked whole, kept whole, with its cursor."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from leerplicht_desktop.casework.problems import (
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    KluisBeschadigd,
    ServerWeigert,
    SyncProblem,
)
from leerplicht_desktop.sync.page import read_page
from leerplicht_protocol.codec import MAX_BYTES
from leerplicht_protocol.messages import Problem
from leerplicht_protocol.records import Entity

from .fake_kluis import FakeKluis
from .fake_server import Gemeente, Kabel
from .faults import Omweg, Storing, afgekapt, altijd, eenmaal, heen_kwijt, zegt
from .laptop import Laptop, dossier, gemeente

CHANGES = "/v1/changes"


def _pagina(verander: Callable[[dict[str, Any]], object]) -> Omweg:
    """The server's own page, changed on the way."""

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        pagina = json.loads(goed.handle_request(request).read())
        anders = verander(pagina)
        body = json.dumps(anders if anders is not None else pagina)
        return httpx.Response(200, stream=httpx.ByteStream(body.encode()))

    return omweg


def _met(omweg: Omweg, server: Gemeente | None = None) -> Laptop:
    server = server or gemeente()
    return Laptop(server, transport=Storing(Kabel(server), altijd(CHANGES, omweg)))


def _nooit_iets_gehouden(laptop: Laptop) -> bool:
    return laptop.spiegel == {} and laptop.kluis.staat.cursor == ""


def test_pages_are_followed_to_the_end() -> None:
    server = gemeente(7)
    server.max_page = 2
    laptop = Laptop(server)
    uitslag = laptop.loop.round()
    assert (uitslag.received, uitslag.problem) == (7, None)
    assert laptop.spiegel == server.beeld("a")
    assert uitslag.touched
    server.schrijf(Entity.DOSSIER, "d3", ("d3",), dossier(33))
    server.wis("d4")
    assert laptop.loop.round().received == 2
    assert laptop.spiegel == server.beeld("a")


def test_a_round_without_news_writes_nothing_but_history() -> None:
    laptop = Laptop(gemeente())
    laptop.loop.round()
    uitslag = laptop.loop.round()
    assert (uitslag.received, uitslag.touched) == (0, ())
    assert len(laptop.kluis.staat.rondes) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(st.text(max_size=8), deel, max_size=4),
    max_leaves=12,
)
HEEL = Kabel(gemeente()).gemeente.pagina("a", "dev-a", "", 9).model_dump(mode="json")
PLEKKEN = st.sampled_from([(), ("changes",), ("changes", 0), ("changes", 0, "fields"), ("evict",)])


@given(JSON, PLEKKEN, st.sampled_from([*HEEL, *HEEL["changes"][0], *HEEL["changes"][0]["fields"]]))
def test_whatever_a_page_holds_it_is_a_page_or_a_known_problem(
    waarde: JsonValue, plek: tuple[str | int, ...], naam: str
) -> None:
    pagina = copy.deepcopy(HEEL)
    deel: Any = pagina
    for stap in plek:
        deel = deel[stap]
    if isinstance(deel, list):
        deel.append(waarde)
    else:
        deel[naam] = waarde
    for ding in (waarde, pagina):
        assert _gelezen_of_geweigerd(ding)


def _gelezen_of_geweigerd(ding: JsonValue) -> bool:
    try:
        return all(record.id for record in read_page(ding, "epoch-1").records)
    except SyncProblem as problem:
        return len(str(problem)) < 300  # a sentence, and nothing of the page in it


def test_what_left_the_caseload_leaves_the_laptop() -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.loop.round()
    server.trek_in("a", "d1")
    laptop.loop.round()
    assert ("dossier", "d1") not in laptop.spiegel
    server.geef("a", "d1")
    laptop.loop.round()
    assert laptop.spiegel == server.beeld("a")


@pytest.mark.parametrize(
    "bederf",
    [
        lambda p: p["changes"][1].pop("rev"),
        lambda p: p["changes"][1].update(id="geen id!"),
        lambda p: p["changes"][1].update(seq="7"),
        lambda p: p["changes"][1].update(entity=7),
        lambda p: p["changes"][1].update(entity=""),
        lambda p: p["changes"][1].update(entity=["dossier"]),
        lambda p: p["changes"][1].update(fields={"nummer": 7}),
        lambda p: p["changes"][1].update(fields={**p["changes"][1]["fields"], "naam": "x" * 401}),
        lambda p: p["changes"][1].update(fields="123456782"),
        lambda p: p["changes"].append(None),
        lambda p: p["changes"].append({"entity": "nieuw", "id": "n"}),
    ],
)
def test_one_bad_record_stops_nothing_else(bederf: Callable[[dict[str, Any]], Any]) -> None:
    server = gemeente()
    spoiled = Storing(Kabel(server), altijd(CHANGES, _pagina(lambda pagina: (bederf(pagina), None)[1])))
    laptop = Laptop(server, transport=spoiled)
    assert laptop.loop.round().problem is None
    assert {id_ for (_, id_), r in laptop.kluis.staat.spiegel.items() if not r.opzij} >= {"d0", "d2"}
    assert len(server.onleesbaar[0].records) == 1
    assert "123456782" not in server.onleesbaar[0].model_dump_json()
    laptop.transport = Kabel(server)
    laptop.herstart()
    server.schrijf(Entity.DOSSIER, "d1", ("d1",), dossier(1))
    for _ in range(2):
        assert laptop.loop.round().problem is None
    assert laptop.spiegel == server.beeld("a")
    assert laptop.kluis.staat.terzijde == {}


def test_what_was_lost_without_a_name_takes_nothing_along() -> None:
    """A record that came without a readable envelope may be any of those that are here already."""
    server = gemeente()
    laptop = Laptop(server)
    laptop.loop.round()
    kept = laptop.kluis.staat.spiegel
    kept["school", "s9"] = replace(kept["dossier", "d0"], entity="school", id="s9")  # so all is fetched again
    nameless = _pagina(lambda p: ([one.pop("id") for one in p["changes"][1:2]], None)[1])
    laptop.transport = Storing(Kabel(server), altijd(CHANGES, nameless))
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert set(laptop.spiegel) == set(server.beeld("a"))


@pytest.mark.parametrize(
    "verander",
    [
        lambda p: [],
        lambda p: "x",
        lambda p: {**p, "changes": {}},
        lambda p: {**p, "changes": None},
        lambda p: {**p, "next": None},
        lambda p: {**p, "more": "no"},
        lambda p: {**p, "evict": [{"dossier": "d0"}]},
    ],
)
def test_what_is_no_page_is_refused(verander: Callable[[dict[str, Any]], object]) -> None:
    laptop = _met(_pagina(verander))
    assert type(laptop.loop.round().problem) is ServerWeigert
    assert _nooit_iets_gehouden(laptop)


@pytest.mark.parametrize("weg", [False, True])
def test_a_kind_of_tomorrow_is_kept_as_it_came(weg: bool) -> None:
    nieuw = {
        "entity": "huisregel",
        "id": "h1",
        "dossiers": ["d0"],
        "rev": 1,
        "seq": 9,
        "deleted": weg,
        "fields": {"vrij": [1, {"a": None}]},
    }
    server = gemeente()
    transport = Storing(Kabel(server), eenmaal(CHANGES, _pagina(lambda p: p["changes"].append(nieuw))))
    laptop = Laptop(server, transport=transport)
    uitslag = laptop.loop.round()
    # the fake does not count the kind in its digest, so the check fetches everything again and lets it go
    assert uitslag.problem is None
    assert uitslag.received == (4 if weg else 7)
    assert laptop.spiegel == server.beeld("a")


def test_unknown_fields_of_known_kinds_are_kept() -> None:
    server = gemeente(1)
    server.schrijf(Entity.DOSSIER, "d0", ("d0",), {**dossier(0), "van_morgen": {"a": [1]}})
    laptop = Laptop(server)
    laptop.loop.round()
    assert laptop.kluis.staat.spiegel["dossier", "d0"].fields["van_morgen"] == {"a": [1]}


def test_another_epoch_in_the_feed_is_another_server() -> None:
    laptop = _met(_pagina(lambda p: {**p, "epoch": "epoch-2"}))
    assert isinstance(laptop.loop.round().problem, AndereServer)
    assert _nooit_iets_gehouden(laptop)


def test_a_revoked_laptop_gets_nothing() -> None:
    laptop = _met(_pagina(lambda p: {**p, "device_state": "revoked"}))
    assert isinstance(laptop.loop.round().problem, ApparaatIngetrokken)
    assert _nooit_iets_gehouden(laptop)


@pytest.mark.parametrize("omweg", [heen_kwijt, afgekapt, zegt(503)])
def test_a_page_that_is_lost_comes_again(omweg: Omweg) -> None:
    server = gemeente(5)
    server.max_page = 2
    laptop = Laptop(server, transport=Storing(Kabel(server), eenmaal(CHANGES, omweg)))
    assert isinstance(laptop.loop.round().problem, GeenVerbinding)
    assert laptop.loop.round().received == 5
    assert laptop.spiegel == server.beeld("a")


def test_a_cursor_the_server_does_not_know_begins_again() -> None:
    server = gemeente(3)
    server.max_page = 2
    laptop = Laptop(server)
    laptop.loop.round()
    server.wis("d1")
    laptop.kluis.staat.cursor = "onzin"
    uitslag = laptop.loop.round()
    assert uitslag.problem is None
    assert laptop.spiegel == server.beeld("a")


def test_nothing_vanishes_while_everything_is_fetched_again() -> None:
    server = gemeente(7)
    server.max_page = 2
    laptop = Laptop(server)
    laptop.loop.round()
    server.wis("d1")
    laptop.kluis.staat.cursor = "onzin"
    stays, between = set(server.beeld("a")), []
    laptop.kluis.punt = lambda naam: between.append(stays - set(laptop.spiegel))
    assert laptop.loop.round().problem is None
    assert len(between) > len(stays) / server.max_page
    assert not set().union(*between)
    assert laptop.spiegel == server.beeld("a")


@pytest.mark.parametrize("code", ["cursor", "vorm"])
def test_a_server_that_refuses_the_beginning_too_is_reported(code: str) -> None:
    problem = Problem(code=code, bericht="Dat gaat niet.").model_dump_json().encode()
    laptop = _met(zegt(400, problem))
    for cursor in ("", "onzin"):
        laptop.kluis.staat.cursor = cursor
        assert isinstance(laptop.loop.round().problem, ServerWeigert)


def test_large_records_come_in_smaller_pages() -> None:
    vragen: list[int] = []

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        vragen.append(int(request.url.params["limit"]))
        if vragen[-1] > 10:
            return httpx.Response(200, stream=httpx.ByteStream(bytes(MAX_BYTES + 1)))
        return goed.handle_request(request)

    laptop = _met(omweg)
    assert laptop.loop.round().received == 3
    assert vragen == [500, 62, 7]


def test_one_record_that_is_too_large_is_reported() -> None:
    laptop = _met(zegt(200, bytes(MAX_BYTES + 1)))
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, ServerWeigert)
    assert "in één keer" in uitslag.problem.bericht


class Verschuiver(FakeKluis):
    """Somebody else (a process that was just replaced) moves the cursor a few times."""

    keer = 0

    def punt_voor(self, naam: str) -> None:
        """Move it just before a page is kept."""
        if naam == "na_commit" and self.keer:
            self.keer -= 1
            self.staat.cursor += "A"


@pytest.mark.parametrize(("keer", "goed"), [(1, True), (90, False)])
def test_a_cursor_that_moved_is_read_again(keer: int, goed: bool) -> None:
    server = gemeente()
    server.lees_cursor = lambda cursor: (0, "", "")  # type: ignore[method-assign]
    laptop = Laptop(server, kluis=Verschuiver)
    assert isinstance(laptop.kluis, Verschuiver)
    laptop.kluis.keer = keer
    laptop.kluis.punt = laptop.kluis.punt_voor
    uitslag = laptop.loop.round()
    if goed:
        assert uitslag.problem is None
    else:
        assert isinstance(uitslag.problem, GeenVerbinding)


def test_a_fault_in_the_vault_is_not_taken_for_a_moved_cursor() -> None:
    laptop = Laptop(gemeente())

    def stuk(naam: str) -> None:
        if naam == "mid_pull":
            raise ValueError("a bug")

    laptop.kluis.punt = stuk
    with pytest.raises(ValueError, match="a bug"):
        laptop.loop.round()


def test_a_problem_of_the_vault_ends_the_round_as_a_value() -> None:
    laptop = Laptop(gemeente())

    def stuk(naam: str) -> None:
        if naam == "mid_pull":
            raise KluisBeschadigd

    laptop.kluis.punt = stuk
    assert isinstance(laptop.loop.round().problem, KluisBeschadigd)
    assert laptop.kluis.staat.rondes == []


def test_stopping_between_pages_loses_nothing() -> None:
    server = gemeente(6)
    server.max_page = 2
    laptop = Laptop(server)

    def stop(naam: str) -> None:
        if naam == "mid_pull":
            laptop.loop.stop()

    laptop.kluis.punt = stop
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert (uitslag.problem, len(laptop.spiegel)) == (None, 2)
    laptop.kluis.punt = lambda naam: None
    assert laptop.loop.round().received == 4
