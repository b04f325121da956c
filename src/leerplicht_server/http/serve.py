"""The server process: binds first, then says on which port, then serves until it is told to stop."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import uvicorn
from fastapi import FastAPI

from leerplicht_server import key_mark
from leerplicht_server.checks import Finding, findings
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.practice import is_practice
from leerplicht_server.settings import Settings
from leerplicht_server.this_machine import is_loopback

from .app import create_app
from .certificate import certificate_findings
from .tls import make_context

_LAST_PORT = 65_535
_LOG = logging.getLogger("leerplicht_server")
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@dataclass(frozen=True)
class Binding:
    """Where the server listens. Port 0 takes a free one; ``port_file`` is where that is written."""

    host: str = "127.0.0.1"
    port: int = 8443
    tls_cert: Path | None = None
    tls_key: Path | None = None
    port_file: Path | None = None


_LOOK = 0.2
"""Seconds between two looks at whether a practice server is still wanted."""


class TakenError(ServerError):
    """Another program listens at that port, perhaps this very server."""


class Discreet(logging.Formatter):
    """Leaves the text of exceptions out: it can quote what somebody wrote about a family."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 -- logging names it so
        kind, _, trace = ei
        lines = [getattr(kind, "__name__", "Exception")]
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join(lines)


def serve(
    database: Database,
    settings: Settings,
    binding: Binding,
    started: Callable[[], None] = lambda: None,
    extend: Callable[[FastAPI], None] = lambda _: None,
) -> None:
    """Serve until interrupted; ``started`` is called when all is right; ``extend`` gets the application.

    Raises ServerError when something is not right.
    """
    practising = check_binding(database, settings, binding)
    _refuse_or_tell(database, settings, binding)
    options = {**_tls(binding, settings), **_proxy(settings)}
    listener = _bind(binding)
    _forget_port(binding.port_file)
    key_mark.keep(database, settings.key_file)
    _log_to_stderr()
    if practising:
        _LOG.warning("%s", _WARNING)
    try:
        addresses = _addresses(settings, binding, listener.getsockname()[1])
        app = create_app(database, settings, addresses=addresses)
        extend(app)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, **options)
        config.load()
        started()
        if binding.port_file is not None:
            _write_port(binding.port_file, listener.getsockname()[1])
        server = uvicorn.Server(config)
        if practising and binding.port_file is not None:
            threading.Thread(target=_end_without, args=(binding.port_file, server), daemon=True).start()
        server.run(sockets=[listener])
    finally:
        listener.close()


def _end_without(port_file: Path, server: uvicorn.Server) -> None:
    """End a practice server once its port file is taken away.

    Whoever may change that folder may end it: on every platform, and without the number of a process.
    """
    while port_file.exists():
        time.sleep(_LOOK)
    server.handle_exit(signal.SIGTERM, None)


def check_binding(database: Database, settings: Settings, binding: Binding) -> bool:
    """Whether this is a practice server. Raises ServerError when it may not listen so, or cannot."""
    if not 0 <= binding.port <= _LAST_PORT:
        raise ServerError(f"Achter --port hoort een poort van 1 tot {_LAST_PORT}, of 0 voor een vrije.")
    practising = _check_practice(database, settings, binding)
    _check_host(binding.host)
    _addresses(settings, binding, binding.port)
    if binding.port_file is not None and (
        binding.port_file.is_dir() or not binding.port_file.parent.is_dir()
    ):
        raise ServerError(
            f"Achter --port-file hoort een bestand in een map die er is, niet {binding.port_file}."
        )
    return practising


def _check_host(host: str) -> None:
    try:
        known = bool(host.strip()) and bool(socket.getaddrinfo(host.strip("[]"), None))
    except (OSError, UnicodeError):
        known = False
    if not known:
        raise ServerError(
            f"Achter --host hoort een adres van deze computer, zoals 127.0.0.1 of 0.0.0.0, en niet {host!r}."
        )


def findings_of(database: Database, settings: Settings, binding: Binding) -> Iterator[Finding]:
    """All that is not right with settings and certificate; changes nothing."""
    yield from findings(database, settings)
    if binding.tls_cert is not None and binding.tls_cert.is_file():
        yield from certificate_findings(binding.tls_cert, settings.address)


def trial(database: Database, settings: Settings, binding: Binding) -> Iterator[Finding]:
    """What would stop a start, or be told at one; nothing is changed and nothing stays open."""
    try:
        check_binding(database, settings, binding)
        _tls(binding, settings)
        _bind(binding).close()
    except TakenError as fault:
        yield Finding(f"{fault} Is dat deze server zelf, dan is het goed.", stops=False)
    except ServerError as fault:
        yield Finding(str(fault))
    yield from findings_of(database, settings, binding)


def _refuse_or_tell(database: Database, settings: Settings, binding: Binding) -> None:
    found = list(findings_of(database, settings, binding))
    for one in found:
        if not one.stops:
            sys.stderr.write(f"LET OP: {one.sentence}\n")
    if stopping := [one.sentence for one in found if one.stops]:
        raise ServerError("\n".join(stopping))


def _forget_port(path: Path | None) -> None:
    if path is None:
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        raise ServerError(
            f"Het bestand {path} van --port-file is niet te vervangen. Kies een ander."
        ) from None


def _check_practice(database: Database, settings: Settings, binding: Binding) -> bool:
    """Whether this is a practice server. Raises ServerError when that is not what it seems to be."""
    with database.read() as connection:
        found = is_practice(connection)
    if settings.expect_practice and not found:
        raise ServerError(
            "De instelling oefenen staat aan, maar deze database is niet om mee te oefenen. Haal de "
            "instelling weg, of maak met leerplicht-server seed een lege database tot oefendatabase."
        )
    if found and not is_loopback(binding.host):
        raise ServerError(
            "Dit is een oefendatabase: iedereen kan er zonder wachtwoord in. Een oefenserver luistert alleen "
            "op deze computer zelf. Laat --host weg."
        )
    return found


_WARNING = (
    "OEFENSERVER: iedereen op deze computer kan zonder wachtwoord als elke ambtenaar aanmelden. "
    "Er staan alleen verzonnen mensen in."
)


def _addresses(settings: Settings, binding: Binding, port: int) -> tuple[str, ...]:
    """By which addresses laptops reach this server: the one that was set, or those of this machine."""
    if settings.address:
        return (settings.address,)
    if not is_loopback(binding.host):
        raise ServerError(
            "Zeg met de instelling adres onder welk adres de laptops deze server vinden, bijvoorbeeld "
            "https://leerplicht.example.nl."
        )
    scheme = "http" if binding.tls_cert is None else "https"
    return tuple(f"{scheme}://{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


_WAITING = 2048
"""Callers that may wait while the program starts: the port is announced before the first answer."""


def _bind(binding: Binding) -> socket.socket:
    family = socket.AF_INET6 if ":" in binding.host else socket.AF_INET
    # Named as TCP, so that answers are not held back to be sent together (TCP_NODELAY).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((binding.host.strip("[]"), binding.port))
        listener.listen(_WAITING)
    except OSError as fault:
        listener.close()
        raise _not_bound(binding, fault.errno) from None
    return listener


def _not_bound(binding: Binding, error: int | None) -> ServerError:
    place = f"Luisteren op {binding.host} poort {binding.port} lukt niet"
    if error == errno.EADDRINUSE:
        return TakenError(f"{place}: een ander programma luistert daar al. Kies een andere met --port.")
    if error == errno.EACCES:
        return ServerError(f"{place}: dat mag deze gebruiker niet. Kies met --port een poort boven 1023.")
    if error == errno.EADDRNOTAVAIL:
        return ServerError(f"{place}: dat adres is niet van deze computer. Kies een ander met --host.")
    return ServerError(f"{place}. Kijk --host en --port na.")


def _tls(binding: Binding, settings: Settings) -> dict[str, Any]:
    if binding.tls_cert is None and binding.tls_key is None:
        if not is_loopback(binding.host):
            raise ServerError(
                "Zonder certificaat luistert de server alleen op deze computer zelf. "
                "Geef --tls-cert en --tls-key, of laat --host weg."
            )
        return {}
    certificate, key = binding.tls_cert, binding.tls_key
    if certificate is None or key is None or not (certificate.is_file() and key.is_file()):
        raise ServerError("Geef bij --tls-cert en --tls-key allebei een bestaand bestand.")
    context = make_context(certificate, key, settings.tls)
    return {"ssl_context_factory": lambda _config, _default: context}


def _proxy(settings: Settings) -> dict[str, Any]:
    """Only who is named may say for whom he asks; without a name nobody, this machine neither."""
    if not settings.proxies:
        return {"proxy_headers": False}
    return {"proxy_headers": True, "forwarded_allow_ips": list(settings.proxies)}


def _write_port(path: Path, port: int) -> None:
    """Written whole or not at all: who waits for the file never reads half a number."""
    draft = path.with_name(path.name + ".tmp")
    try:
        draft.write_text(f"{port}\n", encoding="ascii")
        draft.replace(path)
    except OSError:
        raise ServerError(f"De poort kan niet in {path} worden geschreven.") from None


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("alembic", "uvicorn.access", "asyncio"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
