"""``leerplicht-desktop beleid``: what was decided for this machine, or the template to decide it with."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from .policy import policy_file, read_policy
from .policy_template import write_template


class PolicyFaultError(Exception):
    """What is wrong with the policy of this machine, in Dutch."""


def show_policy(template: Path | None, out: TextIO) -> int:
    """Print each rule with its source, or write the template into a folder; returns the exit status."""
    if template is not None:
        return _write(template, out)
    policy = read_policy()
    out.writelines(f"FOUT: {fault}\n" for fault in policy.fouten)
    out.writelines(f"{rule.onderwerp}: {rule.besluit} ({rule.bron})\n" for rule in policy.regels)
    if not policy.regels and not policy.fouten:
        out.write(f"Voor deze laptop is niets bepaald. Dat kan in {policy_file()}.\n")
    return 1 if policy.fouten else 0


def examine_policy() -> str:
    """One line for the self-test. Raises PolicyFaultError."""
    policy = read_policy()
    if policy.fouten:
        raise PolicyFaultError(" ".join(policy.fouten))
    told = "; ".join(f"{rule.onderwerp}: {rule.besluit}" for rule in policy.regels)
    return told or "niets bepaald voor deze laptop"


def _write(folder: Path, out: TextIO) -> int:
    try:
        written = write_template(folder)
    except OSError:
        out.write(f"In {folder} kan niet worden geschreven. Kies een andere map.\n")
        return 1
    out.writelines(f"{file}\n" for file in written)
    return 0
