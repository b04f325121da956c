"""What the administrator of the server hears when something cannot be done."""

from __future__ import annotations


class ServerError(Exception):
    """A fault with a Dutch sentence for the administrator: what is wrong and what to do next.

    The sentence names files, settings and line numbers, never what stands in a record.
    """


class DatabaseError(ServerError):
    """The database cannot be reached, or belongs to a newer version of this program."""


class InputError(ServerError):
    """A file as a whole cannot be read; one bad line is a refusal, not a problem."""


class UnknownError(ServerError):
    """Something the administrator named does not exist: an officer, a dossier, a school, a device."""
