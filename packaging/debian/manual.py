"""Writes the man page of a program from its own help, so that the two never differ.

Usage: manual.py NAME SECTION-TITLE < help > page. Dutch is the language of the programs and of their pages.
"""

from __future__ import annotations

import sys


def page(name: str, title: str, text: str, date: str) -> str:
    """A page in man(7): the help as it is printed, with the dashes that may be copied."""
    body = "\n".join(_line(line) for line in text.splitlines())
    return (
        f'.TH {name.upper()} 1 "{date}" "Leerplicht Desktop"\n.SH NAAM\n{_line(name)} \\- {_line(title)}\n'
        f".SH GEBRUIK\n.nf\n{body}\n.fi\n.SH ZIE OOK\n/usr/share/doc/{name}\n"
    )


def _line(line: str) -> str:
    safe = line.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + safe if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1], sys.argv[2], sys.stdin.read(), sys.argv[3]))
