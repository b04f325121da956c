"""What became of the lines of a file: four counts, and why a line was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

_SHOWN = 1_000


class Uitkomst(StrEnum):
    """What became of one line."""

    NIEUW = "nieuw"
    ONGEWIJZIGD = "ongewijzigd"
    GEWIJZIGD = "gewijzigd"
    GEWEIGERD = "geweigerd"


class GeweigerdError(Exception):
    """A line is refused: what is wrong, and how to mend it. Neither quotes what stands in the line."""

    def __init__(self, fout: str, herstel: str) -> None:
        super().__init__(fout)
        self.fout = fout
        self.herstel = herstel


@dataclass(frozen=True)
class Opmerking:
    """Something about a line that the administrator has to know."""

    regel: int
    wat: str
    herstel: str

    def __str__(self) -> str:
        return f"regel {self.regel}: {self.wat}. {self.herstel}"


@dataclass
class Verslag:
    """The report of one import."""

    geweigerd: list[Opmerking] = field(default_factory=list)
    let_op: list[Opmerking] = field(default_factory=list)
    aantal: dict[Uitkomst, int] = field(default_factory=lambda: dict.fromkeys(Uitkomst, 0))

    def tel(self, uitkomst: Uitkomst) -> None:
        """Count one line."""
        self.aantal[uitkomst] += 1

    def weiger(self, regel: int, fout: str, herstel: str) -> None:
        """Count one line as refused, and remember why."""
        self.tel(Uitkomst.GEWEIGERD)
        self.geweigerd.append(Opmerking(regel, fout, herstel))

    def tekst(self) -> str:
        """The report for the administrator; its last line is the counts."""
        remarks = sorted(self.geweigerd + self.let_op, key=lambda o: o.regel)
        lines = [f"{'geweigerd' if o in self.geweigerd else 'let op'}, {o}" for o in remarks[:_SHOWN]]
        if len(remarks) > _SHOWN:
            lines.append(f"... en nog {len(remarks) - _SHOWN} regels")
        lines.append(", ".join(f"{count} {outcome}" for outcome, count in self.aantal.items()))
        return "\n".join(lines)
