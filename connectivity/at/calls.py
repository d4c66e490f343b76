"""The call that +CLCC lists (3GPP TS 27.007 7.18)."""

from collections.abc import Iterable

from connectivity.at.lines import parameters, plain
from connectivity.messages.telephony import CallPhase, CallStatus

_PHASES = {
    "0": CallPhase.ACTIVE,
    "1": CallPhase.ACTIVE,  # held
    "2": CallPhase.DIALLING,
    "3": CallPhase.DIALLING,  # it rings there
    "4": CallPhase.INCOMING,
    "5": CallPhase.INCOMING,  # waiting beside another one
}


def listed_call(lines: Iterable[str]) -> CallStatus | None:
    """The first voice call: +CLCC: <id>,<dir>,<stat>,<mode>,<mpty>[,<number>,<type>]."""
    for line in lines:
        if not line.startswith("+CLCC:"):
            continue
        values = parameters(line.removeprefix("+CLCC:"))
        if len(values) >= 4 and values[3].strip() == "0" and values[2].strip() in _PHASES:
            number = plain(values[5]) if len(values) > 5 else ""
            return CallStatus(_PHASES[values[2].strip()], number)
    return None


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing mean one number."""
    return _digits(one) == _digits(other)


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())


class CallLog:
    """The call as it was told to the head unit; each step gives the event that is new."""

    def __init__(self) -> None:
        self.running: CallStatus | None = None

    def seen(self, call: CallStatus) -> tuple[CallStatus, ...]:
        """There is this call; its number stays as it was first told."""
        told = self.running
        if told and same_number(told.number, call.number):
            call = CallStatus(call.phase, told.number)
        if call == told:
            return ()
        self.running = call
        return (call,)

    def none_seen(self) -> tuple[CallStatus, ...]:
        """There is no call now."""
        if self.running is None:
            return ()
        self.running = None
        return (CallStatus(CallPhase.ENDED),)
