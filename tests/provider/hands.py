"""Starts the provider, changes what it holds, and signs in at it: as plain HTTP, and in Debian's Chromium."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from .people import CLIENT, WORD

_ROOT = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r'name="csrf_token" type="hidden" value="([^"]+)"|name="csrf_token" value="([^"]+)"')


@dataclass
class Provider:
    """A provider that runs. ``ports`` are the loopback ports that it knows: it compares them exactly."""

    issuer: str
    ports: list[int]

    def do(self, *words: str) -> None:
        """Use a hand of the harness, such as ``do("lock", "n.hendriks")``."""
        assert httpx.get("/".join([self.issuer, "_hands", *words]), trust_env=False).text == "ok"

    def settings(self, *, roles: str = "") -> str:
        """The table of the server's settings file for this provider."""
        return (
            f'[aanmelddienst]\nissuer = "{self.issuer}"\nclient_id = "{CLIENT}"\n'
            f'scope = "openid profile groups"\nports = {self.ports}\n{roles}'
        )


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens at now."""
    held = [socket.socket() for _ in range(number)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [int(one.getsockname()[1]) for one in held]
    for one in held:
        one.close()
    return ports


@contextmanager
def running(*more: str) -> Iterator[Provider]:
    """A provider in a process of its own, ended with the block; it sends people back to ``more`` as well."""
    port, *ports = free_ports(4)
    redirects = [*(f"http://127.0.0.1:{one}/terug" for one in ports), *more]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.provider", str(port), *redirects],
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=_ROOT,
        )
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            if said != b"ready\n":
                log.seek(0)
                raise AssertionError(log.read().decode()[-2_000:])
            yield Provider(f"http://127.0.0.1:{port}", ports)
        finally:
            process.stdout.close()
            process.terminate()
            process.wait(30)


class PlainBrowser:
    """Cookies, redirects and the two forms of the provider: somebody who knows the password."""

    def __init__(self, login: str) -> None:
        self.login = login
        self.forms = 0
        self.page = ""
        self._http = httpx.Client(timeout=30, trust_env=False, follow_redirects=True)

    def open(self, address: str) -> None:
        """Open a page and sign in, up to the page that the laptop answers."""
        page = self._http.get(address)
        for _ in range(4):
            token = _TOKEN.search(page.text)
            if "/terug" in str(page.url) or token is None:
                break
            self.forms += 1
            fields = {
                "csrf_token": token[1] or token[2],
                "login": self.login,
                "password": WORD,
                "answer": "accept",
            }
            page = self._http.post(str(page.url), data=fields)
        self.page = page.text

    def close(self) -> None:
        """Close it."""
        self._http.close()


def chromium() -> str | None:
    """Where Debian's Chromium is."""
    return shutil.which("chromium")


class RealBrowser:
    """Chromium without a window, driven by playwright: one person's browser, with its own cookies."""

    def __init__(self, login: str) -> None:
        from playwright.sync_api import sync_playwright

        self.login = login
        self.typed = 0
        self.page = ""
        self._play = sync_playwright().start()
        self._browser: Any = self._play.chromium.launch(
            executable_path=chromium(), headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        self._context = self._browser.new_context()

    def open(self, address: str) -> None:
        """Open a page, type login and password when asked, and wait for the page of the laptop."""
        page = self._context.new_page()
        page.goto(address)
        if page.locator("input[name=login]").count():
            page.fill("input[name=login]", self.login)
            page.press("input[name=login]", "Enter")
            page.wait_for_selector("input[name=password]")
            page.fill("input[name=password]", WORD)
            page.press("input[name=password]", "Enter")
            self.typed += 1
        page.wait_for_url("**/terug**")
        self.page = str(page.locator("body").inner_text())
        page.close()

    def close(self) -> None:
        """Close it."""
        self._browser.close()
        self._play.stop()
