"""The desk in Debian's Chromium: every page of every role by keyboard, at 100 and 400 %, without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from leerplicht_server.bureau.app import install
from leerplicht_server.bureau.sign_in import PRACTICE
from leerplicht_server.database import open_database
from tests.provider.hands import chromium
from tests.server.web import client
from tests.servers import _seeded_file, _seeded_postgres, postgres_server, seeded_url

__all__ = ["_seeded_file", "_seeded_postgres", "postgres_server", "seeded_url"]

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine"),
]

FAULTS = """() => {
  const faults = [], seen = {};
  const name = e => (
    e.getAttribute('aria-label') || e.textContent || [...(e.labels || [])].map(l => l.textContent).join(' ')
  ).trim();
  if (document.documentElement.lang !== 'nl') faults.push('no language');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
  for (const e of document.querySelectorAll('[id]')) {
    if (seen[e.id]) faults.push('id twice: ' + e.id);
    seen[e.id] = 1;
  }
  const controls = 'a[href], button, summary, input:not([type=hidden]), select, textarea';
  for (const e of document.querySelectorAll(controls)) {
    if (!name(e)) faults.push('without a name: ' + e.outerHTML.slice(0, 80));
    const box = (e.closest('label') || e).getBoundingClientRect();
    const inText = getComputedStyle(e).display === 'inline';
    const small = box.width && !inText && !e.closest('.sla-over') && box.height < 24;
    if (small) faults.push('small: ' + e.outerHTML.slice(0, 80));
  }
  for (const e of document.querySelectorAll('th')) if (!e.scope) faults.push('th without scope');
  for (const e of document.querySelectorAll('table')) {
    const named = e.getAttribute('aria-label') || e.getAttribute('aria-labelledby');
    if (!named) faults.push('table without a name');
  }
  for (const e of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
    const to = e.getAttribute('aria-labelledby') || e.getAttribute('aria-describedby');
    if (!document.getElementById(to)) faults.push('points at nothing: ' + to);
  }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push('wider than the window by ' + wide);
  return faults;
}"""


@pytest.fixture
def address(_seeded_file: Any, tmp_path: Any) -> Iterator[str]:
    copy = tmp_path / "gemeente.db"
    copy.write_bytes(_seeded_file.read_bytes())
    database = open_database(f"sqlite:///{copy}")
    with client(database, extend=install) as http:
        yield str(http.base_url)
    database.close()


@pytest.fixture
def browser() -> Iterator[Any]:
    with sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=chromium(), headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield made
        made.close()


def _signed_in(browser: Any, address: str, role: str, width: int) -> tuple[Any, list[str]]:
    """By keyboard alone: the skip link is the first stop, then the roles, then the button."""
    page = browser.new_context(viewport={"width": width, "height": 720}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/bureau/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Naar de inhoud"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for _ in range(list(PRACTICE).index(role)):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == role
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/bureau/")
    return page, said


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("role", list(PRACTICE))
def test_every_page_of_a_role_is_whole(browser: Any, address: str, role: str, width: int) -> None:
    page, said = _signed_in(browser, address, role, width)
    ways = page.eval_on_selector_all("nav a", "links => links.map(link => link.getAttribute('href'))")
    for way in [*ways, "/bureau/overdragen?van=n.hendriks"][: len(ways) + (role == "teamleider")]:
        page.goto(f"{address}{way}")
        assert page.evaluate(FAULTS) == [], way
        assert page.title().endswith("· Het bureau · Testgemeente")
    assert said == []  # nothing of a page was kept back by its own policy


def test_dossiers_are_handed_over_by_keyboard_alone(browser: Any, address: str) -> None:
    page, _ = _signed_in(browser, address, "teamleider", 1280)
    page.goto(f"{address}/bureau/overdragen?van=n.hendriks")
    page.focus("input[name=dossier]")
    page.keyboard.press("Space")
    page.focus("select[name=aan]")
    page.keyboard.type("K. B")
    page.keyboard.press("Tab")
    page.keyboard.type("verlof")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**gedaan=1**")
    assert "1 dossier is overgedragen" in page.inner_text("[role=status]")
