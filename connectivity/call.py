"""The one call the head unit shows: over Bluetooth, over the inserted SIM, or an emergency call."""

from dataclasses import dataclass, replace
from enum import Enum

from connectivity.machine import Flow
from connectivity.messages.telephony import CallPhase, CallStatus

EMERGENCY_NUMBERS = ("112", "911", "999", "110", "118")
"""112 and 911 by 3GPP TS 22.101; the others by country."""


class Bearer(Enum):
    BLUETOOTH = "bluetooth"
    SIM = "sim"
    EMERGENCY = "emergency"


class CallState(Enum):
    IDLE = "idle"
    INCOMING = "incoming"
    DIALLING = "dialling"
    ACTIVE = "active"


class CallEvent(Enum):
    RING = "ring"
    DIAL = "dial"
    CONNECT = "connect"
    END = "end"


CALL = Flow(
    "call",
    CallState.IDLE,
    CallEvent,
    (
        (CallEvent.RING, (CallState.IDLE,), CallState.INCOMING),
        (CallEvent.DIAL, (CallState.IDLE,), CallState.DIALLING),
        (
            CallEvent.CONNECT,
            (CallState.INCOMING, CallState.DIALLING, CallState.IDLE),
            CallState.ACTIVE,
        ),
        (CallEvent.END, (CallState.INCOMING, CallState.DIALLING, CallState.ACTIVE), CallState.IDLE),
    ),
)

_STEPS = {
    CallPhase.INCOMING: CallEvent.RING,
    CallPhase.DIALLING: CallEvent.DIAL,
    CallPhase.ACTIVE: CallEvent.CONNECT,
    CallPhase.ENDED: CallEvent.END,
}


@dataclass(frozen=True, slots=True)
class Call:
    """since: seconds of the head unit's clock when it was connected."""

    state: CallState = CallState.IDLE
    bearer: Bearer = Bearer.BLUETOOTH
    number: str = ""
    since: float = 0.0

    @property
    def running(self) -> bool:
        """The radio is busy with a call: it was dialled or answered."""
        return self.state in (CallState.DIALLING, CallState.ACTIVE)


class Direction(Enum):
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """A call in the list. at: seconds of the head unit's clock when it began."""

    number: str
    direction: Direction
    at: float


def reduce_call(call: Call, event: CallStatus, bearer: Bearer) -> Call:
    """The call after an event; while a call is on, events of another bearer are ignored."""
    if call.state is not CallState.IDLE and call.bearer is not bearer:
        return call
    state = CALL.next(call.state, _STEPS[event.phase])
    if state is CallState.IDLE:
        return Call()
    return replace(call, state=state, bearer=bearer, number=event.number or call.number)
