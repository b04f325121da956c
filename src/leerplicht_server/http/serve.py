"""The server process: binds first, then says on which port, then serves until it is told to stop."""

from __future__ import annotations

import logging
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import uvicorn

from leerplicht_protocol.certificate import Strength
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.practice import is_practice
from leerplicht_server.settings import Settings
from leerplicht_server.this_machine import is_loopback

from .app import create_app
from .tls import PHASE_OUT, key_strength, make_context

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


def serve(database: Database, settings: Settings, binding: Binding) -> None:
    """Serve until interrupted. Raises ServerError when the address or the certificate is no good."""
    practising = _check_practice(database, settings, binding)
    options = {**_tls(binding, settings), **_proxy(settings)}
    listener = _bind(binding)
    if binding.port_file is not None:
        binding.port_file.unlink(missing_ok=True)
    _log_to_stderr()
    if practising:
        _LOG.warning("%s", _WARNING)
    try:
        addresses = _addresses(settings, binding, listener.getsockname()[1])
        app = create_app(database, settings, addresses=addresses)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, **options)
        config.load()
        if binding.port_file is not None:
            _write_port(binding.port_file, listener.getsockname()[1])
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()


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
        listener.bind((binding.host, binding.port))
        listener.listen(_WAITING)
    except (OSError, OverflowError) as fault:
        listener.close()
        raise ServerError(
            f"Luisteren op {binding.host} poort {binding.port} lukt niet ({type(fault).__name__}). "
            "Is de poort al in gebruik? Kies een andere met --port."
        ) from None
    return listener


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
    if key_strength(certificate) is Strength.PHASE_OUT:
        sys.stderr.write(f"{PHASE_OUT}\n")
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
