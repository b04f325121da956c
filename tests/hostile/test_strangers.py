"""A stranger on the network, and a colleague who asks too much: neither keeps an officer out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from leerplicht_protocol.proof import new_key
from leerplicht_protocol.session import SIGN_IN
from leerplicht_server.database import Database
from leerplicht_server.http.sources import Buckets, Crowd, Sources, network_of
from leerplicht_server.rates import Rate, Rates
from tests.server.office import ANNA, BRAM
from tests.server.web import PRACTICE, Bound, client, sign_in
from tests.servers import server


@contextmanager
def _from(http: httpx.Client, address: str) -> Iterator[httpx.Client]:
    """Somebody at another address of this machine."""
    transport = httpx.HTTPTransport(local_address=address)
    with httpx.Client(base_url=http.base_url, transport=transport, timeout=60, trust_env=False) as other:
        yield other


def _too_many(answer: httpx.Response) -> None:
    body: dict[str, Any] = answer.json()
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert body["code"] == "te_vaak"
    assert "opnieuw" in body["bericht"]


def _ran_dry(answers: Sequence[httpx.Response]) -> None:
    """Most were too many. Not the last one for sure: a slow machine earns one more now and then."""
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) >= len(answers) // 3
    _too_many(refused[-1])


def test_anonymous_sign_ins_keep_nobody_else_out(database: Database) -> None:
    # a thousand filled the table once; now a hundred at most get that far, and the rest changes nothing
    with client(database) as http, _from(http, "127.0.0.2") as stranger:
        key = Bound(new_key())
        answers = [stranger.post("/v1/device-code", auth=key) for _ in range(150)]
        assert sum(answer.status_code == 200 for answer in answers) < 120
        _ran_dry(answers)
        assert sign_in(http, ANNA).changes().changes


def test_guessed_codes_at_the_page_run_dry(database: Database) -> None:
    with client(database) as http, _from(http, "127.0.0.2") as stranger:
        answers = [
            stranger.post("/aanmelden", data={"code": f"BCDF-GHJ{n % 10}", "ambtenaar": ANNA})
            for n in range(150)
        ]
        _ran_dry(answers)
        assert http.get("/aanmelden").status_code == 200


def test_guessed_tokens_run_dry_and_leave_a_colleague_at_the_same_address_alone(database: Database) -> None:
    # No clock decides: on a slow machine a hundred guesses take long enough to earn new ones. And a hundred
    # plain requests would not run dry: a guess is dearer.
    rates = Rates(stranger=Rate(300, 0.01))
    with client(database, replace(PRACTICE, rates=rates)) as http:
        anna = sign_in(http, ANNA)
        anna.changes()
        guesses = [
            http.get("/v1/changes", headers={"Authorization": f"DPoP {n}"}).status_code for n in range(100)
        ]
        assert guesses[0] == 401
        assert guesses[-1] == 429
        assert anna.changes().changes


def test_a_colleague_who_asks_too_much_waits_alone(database: Database) -> None:
    rates = Rates(person=Rate(20, 0.01))
    with client(database, replace(PRACTICE, rates=rates)) as http:
        anna, bram = sign_in(http, ANNA), sign_in(http, BRAM)
        answers = [bram.get("/v1/digest") for _ in range(60)]
        _ran_dry(answers)
        assert "jouw laptop" in answers[-1].json()["bericht"]
        assert anna.get("/v1/digest").status_code == 200


def test_a_second_laptop_gives_no_second_helping(database: Database) -> None:
    rates = Rates(person=Rate(20, 0.01))
    with client(database, replace(PRACTICE, rates=rates)) as http:
        first, second = sign_in(http, BRAM, "i-1"), sign_in(http, BRAM, "i-2")
        for _ in range(20):
            first.get("/v1/digest")
        _too_many(second.get("/v1/digest"))


def test_a_proxy_that_nobody_named_is_not_believed(real_database: Database) -> None:
    # a new address in every header would be a new source
    with client(real_database) as http, _from(http, "127.0.0.2") as stranger:
        _ran_dry([stranger.post(SIGN_IN, headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(150)])


def _real(folder: Path) -> dict[str, str]:
    """Settings of a real server, whose identity provider is away."""
    (folder / "server.toml").write_text(
        f"sleutelbestand = '{folder / 'sleutel'}'\n"
        '[aanmelddienst]\nissuer = "http://127.0.0.1:9"\nclient_id = "leerplicht"\n',
        "utf-8",
    )
    return {"LEERPLICHT_SERVER_CONFIG": str(folder / "server.toml")}


def test_behind_a_named_proxy_each_address_counts_by_itself(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'p.db'}"
    named = {"LEERPLICHT_SERVER_PROXY": "127.0.0.1", **_real(tmp_path)}
    with server(url, tmp_path, named) as process, httpx.Client(base_url=process.url, timeout=60) as proxy:
        flood = {"X-Forwarded-For": "192.0.2.66"}
        _ran_dry([proxy.post(SIGN_IN, headers=flood) for _ in range(150)])
        # what a stranger writes before his own address is not believed either
        forged = {"X-Forwarded-For": "198.51.100.1, 192.0.2.66"}
        _ran_dry([proxy.post(SIGN_IN, headers=forged) for _ in range(10)])
        honest = proxy.post(SIGN_IN, headers={"X-Forwarded-For": "198.51.100.1"})
        assert honest.status_code == 401


def test_without_a_named_proxy_the_process_believes_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'p.db'}"
    everybody = {"FORWARDED_ALLOW_IPS": "*", **_real(tmp_path)}
    with server(url, tmp_path, everybody) as process, httpx.Client(base_url=process.url) as stranger:
        _ran_dry([stranger.post(SIGN_IN, headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(150)])


# -- the counting itself ----------------------------------------------------------------------------


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_again_and_says_when() -> None:
    clock = _Clock()
    buckets = Buckets(Rate(2, 0.5), clock)
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 2.0]
    assert buckets.take("b") == 0.0
    clock.now = 1.9
    assert buckets.take("a") == pytest.approx(0.1)
    clock.now = 2.0
    assert buckets.take("a") == 0.0
    clock.now = 1_000_000.0
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 2.0]


def test_memory_is_bounded_however_many_sources() -> None:
    buckets = Buckets(Rate(2, 0.5), _Clock(), sources=100)
    started = time.monotonic()
    for n in range(50_000):
        buckets.take(str(n))
    assert len(buckets) == 100
    assert time.monotonic() - started < 10


def test_what_is_under_way_is_counted_and_forgotten() -> None:
    crowd = Crowd()
    with crowd.one_more("a", 1, ""):
        with pytest.raises(Exception, match="te_vaak"), crowd.one_more("a", 1, ""):
            pass
        with crowd.one_more("b", 1, ""):
            assert len(crowd) == 2
    assert len(crowd) == 0


def test_good_credentials_are_forgotten_when_there_are_too_many() -> None:
    sources = Sources()
    for n in range(10_050):
        sources.known(f"p-{n}", f"Bearer {n}")
    assert len(sources._good) == 10_000


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1%eth0", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", "onbekend"),
        ("geen adres", "onbekend"),
    ],
)
def test_a_source_is_what_one_subscriber_has(address: str, source: str) -> None:
    assert network_of(address) == source
