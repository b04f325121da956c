"""Both programs speak Dutch on the command line, and no stream makes them fall."""

from __future__ import annotations

import errno
import io
import sys
from importlib.metadata import version

import pytest

from leerplicht_protocol.console import OUTPUT_LOST, DutchParser, run_guarded


def _parser() -> DutchParser:
    parser = DutchParser(prog="proef", description="Een proef.")
    parser.tell_version()
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--een", action="store_true", help="het eerste")
    kind.add_argument("--twee", type=int, metavar="N", help="het tweede")
    parser.add_subparsers(dest="deel").add_parser("kies", help="kies").add_argument("wat", choices=["a", "b"])
    return parser


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--drie"], "dit is niet bekend: --drie"),
        (["--twee"], "--twee: hier hoort iets achter"),
        (["--twee", "x"], "--twee: geen getal: 'x'"),
        (["--een", "--twee", "1"], "--twee: gaat niet samen met --een"),
        (["--een=1"], "--een: hier hoort niets achter '1'"),
        (["kies"], "dit ontbreekt: wat"),
        (["kies", "c"], "wat: niet bekend: 'c' (kies uit 'a', 'b')"),
        (["anders"], "deel: niet bekend: 'anders' (kies uit 'kies')"),
    ],
)
def test_every_mistake_is_told_in_dutch(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as end:
        _parser().parse_args(words)
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("gebruik: proef")
    assert f"\n{said}\n" in told
    assert "--help" in told


def test_help_and_version_are_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["--version"]):
        with pytest.raises(SystemExit) as end:
            _parser().parse_args(words)
        assert end.value.code == 0
    told = capsys.readouterr().out
    assert f"proef {version('leerplicht-desktop')}" in told
    for english in ("usage", "options", "show", "positional"):
        assert english not in told


_NOT_WRITTEN = "De uitvoer kon niet worden geschreven: "


class Full(io.StringIO):
    """A stream with a full disk, or nobody, behind it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def flush(self) -> None:
        """What the system says."""
        raise OSError(self._number, "no")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, _NOT_WRITTEN + "de schijf is vol.\n"),
        (
            errno.EIO,
            _NOT_WRITTEN + "de plaats waar hij heen moest, neemt niets meer aan.\n",
        ),
        (errno.EPIPE, ""),
    ],
)
def test_an_answer_that_is_lost_is_a_status_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Full(number))
    monkeypatch.setattr(sys, "stderr", errors)
    assert run_guarded(lambda: 0) == OUTPUT_LOST
    assert errors.getvalue() == said
    sys.stdout.close()


def test_a_file_that_cannot_be_written_is_not_taken_for_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    def write() -> int:
        raise OSError(errno.ENOSPC, "no", "/elders/bestand")

    with pytest.raises(OSError, match="elders"):
        run_guarded(write)


def test_streams_that_are_not_there_or_poor_are_no_reason_to_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run_guarded(lambda: sys.stdout.write("hoi") and 5) == 5
    sys.stdout.close()
    sys.stderr.close()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp850"))
    assert run_guarded(lambda: 0 * sys.stdout.write("“Çelik” – ₂")) == 0
    assert raw.getvalue() == "?Çelik? ? ?".encode("cp850")
