"""The other end of :mod:`tests.journeys.robot`: a person who tells the program what to do, or kills it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


class Person:
    """One running program on one data folder."""

    def __init__(self, data: Path, soort: str = "echt") -> None:
        environment = {**os.environ, "LEERPLICHT_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.robot", soort],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def do(self, word: str, *arguments: str | int) -> str | int | bool | None:
        """Tell, and wait for the answer. Raises AssertionError when the program could not."""
        self.tell(word, *arguments)
        answer = self.hear()
        while "bewaard" in answer:
            answer = self.hear()
        assert "klaar" in answer, answer
        return answer["klaar"]

    def tell(self, word: str, *arguments: str | int) -> None:
        """Tell without waiting."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([word, *arguments]) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, str | int | bool | None]:
        """The next line the program says."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"the program is gone: {self._process.poll()}"
        heard: dict[str, str | int | bool | None] = json.loads(line)
        return heard

    def kill(self) -> None:
        """kill -9: no goodbye. Doing it to a program that is gone is harmless."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()

    def close(self) -> None:
        """Close the window and wait."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.stdout is not None
        self._process.stdout.read()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    @property
    def runs(self) -> bool:
        """Whether the program is there."""
        return self._process.poll() is None

    def wait_for_end(self) -> str:
        """Wait until the program ends by itself; why it did."""
        why = ""
        while not why:
            heard = self.hear()
            why = str(heard.get("einde", ""))
        self.close()
        return why
