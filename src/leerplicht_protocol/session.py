"""Signing in: from the officer's account to a token that fits one laptop (docs/sign-in.md).

Every request but GET /v1/hello carries a proof of the laptop's key (proof.py); every answer carries a nonce.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .messages import Ambtenaar, Device, JournalHead, Token
from .model import Count, Model, Moment, ShortText

SIGN_IN = "/v1/sign-in"
SESSION = "/v1/session"
RENEW = "/v1/renew"
SIGN_OUT = "/v1/sign-out"

Secret = Annotated[str, StringConstraints(min_length=1, max_length=400)]
"""A token or a right: opaque."""

Sealed = Annotated[str, StringConstraints(min_length=1, max_length=4_000)]
"""What one side sealed or another party made, and only goes back."""


MOST_PORTS, MOST_EXTRA = 20, 10
"""Most ports and extra parameters that a laptop takes; what is set at the server must fit."""


class SignIn(Model):
    """POST /v1/sign-in, without a body: where the officer proves who he is.

    ``handle`` goes back to the server as it is, within a quarter of an hour and under the same key. ``ports``
    are those of the loopback address that the identity provider knows; empty means any free one. ``extra``
    are parameters for the address in the browser, such as ``resource`` and ``response_mode``.
    """

    handle: Sealed
    nonce: ShortText
    issuer: ShortText
    authorization_endpoint: ShortText
    client_id: ShortText
    scope: ShortText
    iss_required: bool
    """Whether the answer in the browser names its issuer (RFC 9207); a different or absent one is refused."""
    ports: Annotated[tuple[Annotated[int, Field(ge=1, le=65_535)], ...], Field(max_length=MOST_PORTS)] = ()
    extra: Annotated[dict[str, ShortText], Field(max_length=MOST_EXTRA)] = Field(default_factory=dict)


class SessionRequest(Model):
    """POST /v1/session: what came back in the browser. Our server redeems the code, never the laptop."""

    handle: Sealed
    code: Sealed
    verifier: Annotated[str, StringConstraints(min_length=43, max_length=128)]
    redirect: ShortText


class RenewRequest(Model):
    """POST /v1/renew: another pair for the same key. ``journal``: the line that is kept, by number."""

    renewal: Secret
    journal: Count = 0


class SessionState(StrEnum):
    """What a session may do."""

    NEW = "new"
    """Nothing but POST /v1/devices: this key is of no laptop yet."""
    ACTIVE = "active"
    REVOKED = "revoked"
    """Nothing but POST /v1/ops, into quarantine: this laptop was reported lost."""
    SUSPENDED = "suspended"
    """Nothing but POST /v1/ops, into quarantine: the officer was suspended."""


class Session(Model):
    """A live session. The access token belongs in memory alone, the renewal in the vault alone.

    ``seconds`` is how long ``token`` is good; ``until`` is when the working day of this sign-in is over and
    no renewal helps. ``ambtenaar`` is None until a one-time right told the server which officer this is;
    ``name`` is what the identity provider calls him. ``device`` is empty while ``state`` is NEW. ``journal``
    is the last line of the municipality's journal, ``journal_seen`` the hash of the line that was asked for.
    """

    token: Secret
    renewal: Secret
    seconds: Annotated[int, Field(ge=1, le=3_600)]
    until: Moment
    state: SessionState
    name: ShortText
    ambtenaar: Ambtenaar | None = None
    roles: tuple[ShortText, ...] = ()
    device: ShortText = ""
    journal: JournalHead | None = None
    journal_seen: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""


class CodeToken(Token):
    """The answer to POST /v1/token, of practice: once granted, the session of the key that proved itself."""

    session: Session | None = None


class Enrolled(Device):
    """The answer to POST /v1/devices: the laptop as it is registered, and whose it is."""

    ambtenaar: Ambtenaar | None = None


class Refused(StrEnum):
    """The codes of refusals around signing in, as they stand in :class:`~.messages.Problem`."""

    NONCE = "use_dpop_nonce"
    """401: the same request again, with the nonce of this answer."""
    SIGN_IN = "aanmelden"
    """401: no live session behind this token or renewal. Renew once, then sign in."""
    DAY_OVER = "day_over"
    """401, at a renewal: ten hours since the sign-in."""
    ACCOUNT_ENDED = "account_ended"
    """401, at a renewal: the identity provider knows this account no more."""
    NO_GROUP = "no_group"
    """403 at a sign-in, 401 at a renewal: no group of this program."""
    GROUPS_INCOMPLETE = "groups_incomplete"
    """403 at a sign-in: the provider does not send all groups."""
    SIGN_IN_UNKNOWN = "sign_in_unknown"
    """400: not a handle of this server."""
    SIGN_IN_EXPIRED = "sign_in_expired"
    """400: over a quarter of an hour since the handle was given."""
    OTHER_KEY = "other_key"
    """400: the handle was given to another key."""
    PROVIDER_AWAY = "provider_away"
    """503: the provider does not answer; work goes on."""
    PROVIDER_SETTINGS = "provider_settings"
    """503: what is set here does not fit the provider (issuer, client, keys). For the administrator."""
    PROVIDER_REFUSED = "provider_refused"
    """403: the provider does not redeem this code: spent, too old, or of another sign-in."""
    TOKEN_KEY = "token_key"  # noqa: S105 -- the name of a refusal
    """403: the id token is signed with a key that is not the provider's."""
    TOKEN_EXPIRED = "token_expired"  # noqa: S105
    """403: the id token is too old."""
    TOKEN_CLOCK = "token_clock"  # noqa: S105
    """403: the clocks of server and provider differ by more than five minutes."""
    TOKEN_OTHER = "token_other"  # noqa: S105
    """403: the id token is of another provider, program, organisation or sign-in."""
    SECOND_FACTOR = "second_factor"
    """403: the municipality demands one, and the provider did not ask it."""
    BARRED = "barred"
    """403: this officer is shut out."""
    OTHER_OFFICER = "other_officer"
    """403: this laptop, or this right, is of another officer."""
    RIGHT = "right"
    """403: the one-time right is unknown, spent or too old."""
    NOT_ENROLLED = "apparaat"
    """403: this laptop is not enrolled."""
    REVOKED = "apparaat_ingetrokken"
    """403: this laptop was revoked; only POST /v1/ops is left."""
    SUSPENDED = "suspended"
    """403: this officer is suspended; only POST /v1/ops is left."""
    AGAIN = "again"
    """409, at a renewal: another renewal won; ask once more with the newest one."""
