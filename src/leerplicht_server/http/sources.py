"""How much one source may ask: an address while nobody is known, the person once somebody signed in.

What a stranger does counts on his own address alone, so that he cannot keep an officer elsewhere out.
Credentials that were good before are remembered, so that an officer is not kept out by a stranger behind the
same address either. Memory is bounded: of more than ``_SOURCES`` sources the one that was silent longest is
forgotten. Each server process counts by itself.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leerplicht_server.rates import Rate, Rates

from .answers import RefusalError

_SOURCES = 10_000
_ADDRESS = "van dit adres"
_LAPTOP = "van jouw laptop"
_REFUSED_COSTS = 5.0
"""Requests that one refused credential counts for: guessing is dearer than asking."""


class Buckets:
    """One bucket for each source. May be used from any thread."""

    def __init__(
        self, rate: Rate, clock: Callable[[], float] = time.monotonic, sources: int = _SOURCES
    ) -> None:
        self._rate = rate
        self._clock = clock
        self._sources = sources
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._door = threading.Lock()

    def __len__(self) -> int:
        return len(self._left)

    def take(self, source: str, cost: float = 1.0) -> float:
        """Take ``cost`` from a bucket: 0.0 when it held that much, else the seconds until it does."""
        with self._door:
            now = self._clock()
            left, seen = self._left.get(source, (self._rate.burst, now))
            left = min(self._rate.burst, left + (now - seen) * self._rate.per_second)
            wait = max(0.0, cost - left) / self._rate.per_second
            self._keep(source, left if wait else left - cost, now)
        return wait

    def fine(self, source: str, cost: float) -> None:
        """Take ``cost``, whether or not the bucket holds that much."""
        with self._door:
            now = self._clock()
            left, seen = self._left.get(source, (self._rate.burst, now))
            left = min(self._rate.burst, left + (now - seen) * self._rate.per_second)
            self._keep(source, max(0.0, left - cost), now)

    def _keep(self, source: str, left: float, now: float) -> None:
        self._left[source] = (left, now)
        self._left.move_to_end(source)
        while len(self._left) > self._sources:
            self._left.popitem(last=False)


class Crowd:
    """How many requests of one source are under way."""

    def __init__(self) -> None:
        self._under_way: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._under_way)

    @contextmanager
    def one_more(self, source: str, at_most: int, whence: str) -> Iterator[None]:
        """A request is under way as long as the block. Raises RefusalError (429); only in the event loop."""
        if self._under_way.get(source, 0) >= at_most:
            raise too_many(1, whence)
        self._under_way[source] = self._under_way.get(source, 0) + 1
        try:
            yield
        finally:
            self._under_way[source] -= 1
            if not self._under_way[source]:
                del self._under_way[source]


class Sources:
    """The buckets of one server process."""

    def __init__(self, rates: Rates | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        rates = self._rates = rates or Rates()
        self._begin = Buckets(rates.begin, clock)
        self._stranger = Buckets(rates.stranger, clock)
        self._person = Buckets(rates.person, clock)
        self._crowd = Crowd()
        self._good: OrderedDict[str, None] = OrderedDict()
        self._door = threading.Lock()

    @contextmanager
    def asking(self, address: str, credentials: str, *, begins: bool) -> Iterator[None]:
        """A request is under way as long as the block. Raises RefusalError (429) for one too many.

        ``begins``: it begins a sign-in or an enrolment.
        """
        source = network_of(address)
        digest = _digest(credentials) if credentials else ""
        if digest in self._good:
            whence, crowd, at_most, wait = _LAPTOP, digest, self._rates.laptop_at_once, 0.0
        else:
            whence, crowd, at_most = _ADDRESS, source, self._rates.strangers_at_once
            wait = self._stranger.take(source)
        if begins and not wait:
            wait = self._begin.take(source)
        if wait:
            raise too_many(wait, _ADDRESS)
        with self._crowd.one_more(crowd, at_most, whence):
            yield

    def refused(self, address: str) -> None:
        """The credentials of a request were no good."""
        self._stranger.fine(network_of(address), _REFUSED_COSTS)

    def known(self, person: str, credentials: str) -> None:
        """The credentials of a request turned out to be those of ``person``. Raises RefusalError (429)."""
        digest = _digest(credentials)
        with self._door:
            self._good[digest] = None
            self._good.move_to_end(digest)
            while len(self._good) > _SOURCES:
                self._good.popitem(last=False)
        wait = self._person.take(person)
        if wait:
            raise too_many(wait, _LAPTOP)


def network_of(address: str) -> str:
    """The source behind an address: IPv4 as it is, of IPv6 the /64 that one subscriber has (RFC 6177)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "onbekend"
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    if ip.ipv4_mapped is not None:
        return str(ip.ipv4_mapped)
    return str(ipaddress.IPv6Network((ip, 64), strict=False).network_address)


def too_many(wait: float, whence: str) -> RefusalError:
    """The refusal of one request too many."""
    seconds = max(1, math.ceil(wait))
    text = f"Er komen te veel verzoeken {whence}. Probeer het over {seconds} {_unit(seconds)} opnieuw."
    return RefusalError(429, "te_vaak", text, wait=seconds)


def _unit(seconds: int) -> str:
    return "seconde" if seconds == 1 else "seconden"


def _digest(credentials: str) -> str:
    return hashlib.sha256(credentials.encode(errors="surrogatepass")).hexdigest()
