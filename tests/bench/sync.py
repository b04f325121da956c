"""Sync of 500 items each way: the real server process, real SQLCipher files, over loopback.

The yardstick is plain httpx in the same run: the very bytes that push sent, posted to the same server at an
address that reads and refuses them, and the very pages that pull read, fetched once more without looking.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import httpx

from leerplicht_desktop.sync.loop import SyncLoop
from tests.sync.faults import Omweg, Storing
from tests.sync.real import ANNA, BRAM, RealLaptop, town

AANTAL = 500
_TEKST = "Moeder vertelt dat hij 's ochtends niet uit bed komt. Afgesproken dat school belt. " * 6


class _Opname(Storing):
    """The real network, remembering what was sent."""

    def __init__(self) -> None:
        self.gezien: list[httpx.Request] = []
        self.buiten = 0.0
        super().__init__(httpx.HTTPTransport(), self._onthoud)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """As the network does; the seconds outside the laptop are counted."""
        begonnen = time.perf_counter()
        try:
            return super().handle_request(request)
        finally:
            self.buiten += time.perf_counter() - begonnen

    def _onthoud(self, request: httpx.Request) -> Omweg | None:
        self.gezien.append(request)
        return None


def meet() -> list[tuple[str, float, str]]:
    """(what, figure, unit), for ``make bench``."""
    with tempfile.TemporaryDirectory() as naam:
        folder = Path(naam)
        with town(folder / "gemeente") as stad:
            zender = RealLaptop(folder / "a", stad.enrol(ANNA))
            ontvanger = RealLaptop(folder / "b", stad.enrol(BRAM))
            zender.loop.round()
            for nummer in range(AANTAL):
                zender.noteer("d-0", f"{nummer} {_TEKST}")
            duw, duw_zelf, heen = _ronde(zender)
            trek, trek_zelf, terug = _ronde(ontvanger)
            kaal_heen = _kaal([("POST", "/v1/token", r) for r in heen if r.method == "POST"])
            kaal_terug = _kaal(
                [("GET", r.url.raw_path.decode(), r) for r in terug if "changes" in r.url.path]
            )
            for laptop in (zender, ontvanger):
                laptop.sluit()
    return [
        (f"ronde die {AANTAL} notities verstuurt", duw, "s"),
        ("  waarvan de laptop zelf", duw_zelf, "s"),
        ("  tegenover kale httpx met dezelfde bytes", duw / kaal_heen, "x"),
        (f"ronde die {AANTAL} gegevens ophaalt", trek, "s"),
        ("  waarvan de laptop zelf", trek_zelf, "s"),
        ("  tegenover kale httpx met dezelfde bladzijden", trek / kaal_terug, "x"),
    ]


def _ronde(laptop: RealLaptop) -> tuple[float, float, list[httpx.Request]]:
    opname = _Opname()
    loop = SyncLoop(laptop.kluis.doe, laptop.klok, transport=opname)
    begonnen = time.perf_counter()
    uitslag = loop.round()
    duur = time.perf_counter() - begonnen
    loop.close()
    if uitslag.problem is not None or max(uitslag.sent, uitslag.received) < AANTAL:
        raise AssertionError("the round that is measured did not do its work")
    return duur, duur - opname.buiten, opname.gezien


def _kaal(verzoeken: list[tuple[str, str, httpx.Request]]) -> float:
    """Seconds that plain httpx needs, from its client to the last byte."""
    begonnen = time.perf_counter()
    with httpx.Client(trust_env=False) as client:
        for method, pad, request in verzoeken:
            kop = {k: v for k, v in request.headers.items() if k not in {"host", "content-length"}}
            client.request(method, request.url.join(pad), headers=kop, content=request.content)
    return time.perf_counter() - begonnen


if __name__ == "__main__":
    for wat, getal, eenheid in meet():
        print(f"{wat:55} {getal:8.3f} {eenheid}")
