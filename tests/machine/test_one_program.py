"""One program per folder: real processes, another TMPDIR, another user, over the replacement at a lock."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import AlleenLezen, AndereGebruiker, KluisBezet, NetwerkSchijf
from leerplicht_desktop.store.kluis import disk
from leerplicht_desktop.store.kluis.folder_lock import FILE, HANDED_OVER, hold

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other locks, which nobody has tried yet")

_HOLDER = """
import os, subprocess, sys, time
from pathlib import Path
from leerplicht_desktop.store.kluis.folder_lock import hold
folder, how, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
lock = hold(folder)
(folder / FILE).read_bytes() if (FILE := "kluis.slot") else None
if how == "kind":
    subprocess.Popen(["sleep", "30"], stdout=subprocess.DEVNULL)
if left:
    lock.hand_over()
    os.execv(sys.executable, [sys.executable, "-c", os.environ["PROGRAMMA"], str(folder), how, str(left - 1)])
print("klaar", os.getpid(), lock.descriptor, os.environ.get("LEERPLICHT_SLOT"), flush=True)
time.sleep(60)
"""


@pytest.fixture
def begun() -> Iterator[list[subprocess.Popen[str]]]:
    processes: list[subprocess.Popen[str]] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def _start(begun: list[subprocess.Popen[str]], program: str, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, words)]
    environment = {**os.environ, "PROGRAMMA": program}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    begun.append(process)
    return process


def _heard(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().split()


def test_another_process_is_refused_by_number_and_let_in_after_a_kill(
    tmp_path: Path, begun: list[subprocess.Popen[str]]
) -> None:
    first = _start(begun, _HOLDER, tmp_path, "kind", 0)
    word, number, *_ = _heard(first)
    assert word == "klaar"
    with pytest.raises(KluisBezet, match=rf"ander venster op deze laptop \(programma {number}\)"):
        hold(tmp_path)
    first.send_signal(signal.SIGKILL)
    first.wait()
    lock = hold(tmp_path)  # the child that was begun meanwhile still runs
    assert (tmp_path / FILE).read_text().strip() == str(os.getpid())
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    lock.let_go()


def test_nobody_gets_in_while_a_lock_replaces_the_process(
    tmp_path: Path, begun: list[subprocess.Popen[str]]
) -> None:
    holder = _start(begun, _HOLDER, tmp_path, "gewoon", 4)
    until = time.monotonic() + 60
    while not (tmp_path / FILE).exists() or (tmp_path / FILE).read_text().strip() != str(holder.pid):
        assert time.monotonic() < until
    tries = inside = 0
    assert holder.stdout is not None
    while not select.select([holder.stdout], [], [], 0)[0]:
        tries += 1
        with suppress(KluisBezet):
            hold(tmp_path).let_go()
            inside += 1
    assert _heard(holder)[-1] == "None"
    assert tries > 100
    assert inside == 0


def test_a_number_that_was_made_up_gives_nothing(
    tmp_path: Path, begun: list[subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _heard(_start(begun, _HOLDER, tmp_path, "gewoon", 0))
    with (tmp_path / FILE).open() as opened, (tmp_path / "ander").open("w") as other:
        at = os.fstat(opened.fileno())
        for word in (
            f"{opened.fileno()}:{at.st_dev}:{at.st_ino}",  # the right file, but not the lock
            f"{other.fileno()}:{at.st_dev}:{at.st_ino}",
            "9999:1:1",
            "x:y:z",
            "1",
            "",
        ):
            monkeypatch.setenv(HANDED_OVER, word)
            with pytest.raises(KluisBezet):
                hold(tmp_path)


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "doel").write_text("van iemand anders")
    (tmp_path / FILE).symlink_to(tmp_path / "doel")
    with pytest.raises(AlleenLezen):
        hold(tmp_path)
    assert (tmp_path / "doel").read_text() == "van iemand anders"
    (tmp_path / FILE).unlink()
    os.mkfifo(tmp_path / FILE)
    with pytest.raises(AlleenLezen):
        hold(tmp_path)


_OTHER_USER = """
import os, sys
from pathlib import Path
from leerplicht_desktop.bootstrap.paths import Paths
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.store.kluis.folder_lock import hold
os.setuid(65534)
folder = Path(sys.argv[1])
for what in (lambda: Paths(folder, folder / "log").make(), lambda: hold(folder / "kluis")):
    try:
        what()
    except BekendProbleem as problem:
        print(type(problem).__name__, problem.bericht, flush=True)
"""


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can become another user")
def test_another_user_of_the_laptop_is_told_whose_folder_it_is(begun: list[subprocess.Popen[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:  # the folders of pytest are shut to others
        lock = hold(Path(name) / "kluis")
        for folder in (Path(name), Path(name) / "kluis"):
            folder.chmod(0o777)  # an administrator who opened it to everybody
        other = _start(begun, _OTHER_USER, name)
        expected = f"AndereGebruiker {AndereGebruiker.bericht}".split()
        assert [_heard(other), _heard(other)] == [expected, expected]
        lock.let_go()


def test_a_disk_of_another_machine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        f"40 22 0:44 / {tmp_path}/mijn\\040schijf rw - cifs //server/deel rw\n"
        "half een regel\n"
    )
    assert disk.kind_of(tmp_path / "mijn schijf" / "kluis", lines) == "cifs"
    assert disk.kind_of(tmp_path / "mijn", lines) == "ext4"
    (tmp_path / "mounts").write_text(lines)
    monkeypatch.setattr(disk, "_MOUNTS", tmp_path / "mounts")
    with pytest.raises(NetwerkSchijf):
        hold(tmp_path / "mijn schijf")
    hold(tmp_path / "hier").let_go()


def _program(begun: list[subprocess.Popen[str]], data: Path, temporary: Path) -> subprocess.Popen[str]:
    temporary.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "LEERPLICHT_DATA": str(data),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(temporary),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "leerplicht_desktop"], env=environment, stderr=subprocess.PIPE, text=True
    )
    begun.append(process)
    return process


def test_the_program_itself_is_refused_with_another_tmpdir(
    tmp_path: Path, begun: list[subprocess.Popen[str]]
) -> None:
    """The window of the first comes to the front; where it cannot be reached a box names its process."""
    data = tmp_path / "gegevens"
    first = _program(begun, data, tmp_path / "t1")
    bell = data / "naar-voren"
    until = time.monotonic() + 60
    while not bell.exists():
        assert time.monotonic() < until
        assert first.poll() is None
        time.sleep(0.05)
    told = f"Je kluis is al open in een ander venster op deze laptop (programma {first.pid})."
    second = _program(begun, data, tmp_path / "t2")
    _, said = second.communicate(timeout=60)
    assert (second.returncode, told in said) == (0, True)
    bell.unlink()
    third = _program(begun, data, tmp_path / "t3")
    assert third.stderr is not None
    assert told in third.stderr.readline()
    assert first.poll() is None
