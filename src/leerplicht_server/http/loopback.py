"""What a practice server answers: only a program on the same machine, whatever way the question came."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response

from leerplicht_server.this_machine import is_loopback

from .answers import problem

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
PRACTICE_HEADER = "X-Leerplicht-Oefenen"
"""On every answer of a practice server."""


async def only_here(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what came from elsewhere, through a proxy, or from a page that calls this machine by a name."""
    caller = request.client.host if request.client else ""
    named = request.url.hostname or ""
    if is_loopback(caller) and is_loopback(named) and not any(h in request.headers for h in _FORWARDED):
        answer = await call_next(request)
    else:
        answer = problem(
            403,
            "oefenen_elders",
            "Dit is een oefenserver. Hij antwoordt alleen op de computer waarop hij draait.",
        )
    answer.headers[PRACTICE_HEADER] = "ja"
    return answer
