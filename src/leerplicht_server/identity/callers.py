"""From a live session to who is asking, for the endpoints that do the work."""

from __future__ import annotations

from leerplicht_protocol.messages import Device, DeviceState
from leerplicht_protocol.session import Refused, SessionState
from leerplicht_server.access import Caller

from .faults import SignInError
from .sessions import Live

AFTER_REVOCATION = "na_intrekking"
AFTER_SUSPENSION = "na_schorsing"


def caller_of(live: Live) -> Caller:
    """The officer and his laptop. Raises SignInError while the laptop is not enrolled."""
    if live.ambtenaar is None or live.state is SessionState.NEW:
        raise SignInError(Refused.NOT_ENROLLED, "not enrolled")
    if live.state is SessionState.REVOKED:
        device = Device(device=live.device, state=DeviceState.REVOKED)
        return Caller(live.ambtenaar, device, Refused.REVOKED, AFTER_REVOCATION, live.roles)
    device = Device(device=live.device, state=DeviceState.ACTIVE)
    if live.state is SessionState.SUSPENDED:
        return Caller(live.ambtenaar, device, Refused.SUSPENDED, AFTER_SUSPENSION, live.roles)
    return Caller(live.ambtenaar, device, roles=live.roles)
