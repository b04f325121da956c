"""What became of the lines of a file: four counts, why a line was refused, and how far an import came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

_SHOWN = 1_000


class Outcome(StrEnum):
    """What became of one line."""

    NEW = "nieuw"
    UNCHANGED = "ongewijzigd"
    CHANGED = "gewijzigd"
    REFUSED = "geweigerd"


class RefusedError(Exception):
    """A line is refused: what is wrong, and how to mend it. Neither quotes what stands in the line."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.remedy = remedy


@dataclass(frozen=True)
class Remark:
    """Something about a line that the administrator has to know."""

    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"regel {self.line}: {self.what}. {self.remedy}"


@dataclass
class Report:
    """The report of one import. ``progress`` is called when a part is in the database and another follows."""

    refused: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    up_to_line: int = 0
    """The last line that was dealt with for good: what stands below it has still to be read."""
    nothing_read: bool = False
    """Whether something stood below the header and no line of it could be read."""
    progress: Callable[[Report], None] | None = None

    def count(self, outcome: Outcome) -> None:
        """Count one line."""
        self.counts[outcome] += 1

    def refuse(self, line: int, fault: str, remedy: str) -> None:
        """Count one line as refused, and remember why."""
        self.count(Outcome.REFUSED)
        self.refused.append(Remark(line, fault, remedy))

    def add(self, part: Report, up_to_line: int) -> None:
        """Take over the report of a part that was committed, which ended with line ``up_to_line``."""
        self.refused += part.refused
        self.notices += part.notices
        for outcome, count in part.counts.items():
            self.counts[outcome] += count
        self.up_to_line = up_to_line

    def end(self, remarks: list[Remark], below_header: int) -> None:
        """The file was read to its end: what it remarked itself, and how many filled lines it had."""
        self.notices += remarks
        self.nothing_read = below_header > 0 and not sum(self.counts.values())
        if not below_header:
            self.notices.append(Remark(1, "onder de kop staat niets", "Klopt dat? Kijk het bestand na."))

    @property
    def whole(self) -> bool:
        """Whether every line came in, and there was one if the file had any."""
        return not self.refused and not self.nothing_read

    def text(self) -> str:
        """The report for the administrator; its last line is the counts."""
        remarks = [("geweigerd", o) for o in self.refused] + [("let op", o) for o in self.notices]
        remarks.sort(key=lambda remark: remark[1].line)
        lines = [f"{kind}, {remark}" for kind, remark in remarks[:_SHOWN]]
        if len(remarks) > _SHOWN:
            lines.append(f"... en nog {len(remarks) - _SHOWN} regels")
        if self.nothing_read:
            lines.append("Er is niets gelezen: onder de kop staat geen regel met gegevens.")
        lines.append(", ".join(f"{count} {outcome}" for outcome, count in self.counts.items()))
        return "\n".join(lines)
