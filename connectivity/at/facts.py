"""What the modem's lines have told about card, registration and signal, as one frozen value.

`learn` takes any line, asked for or not; lines that are not as the standard says teach nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from connectivity.at.lines import parameters, plain
from connectivity.messages.modem import Card, CardLock, CardStatus, Registered, Registration
from connectivity.messages.telephony import Technology
from connectivity.networks import country_of
from connectivity.radio import bars_of


@dataclass(frozen=True, slots=True)
class Facts:
    """lock None: no card. Tries are those of a new card until +CPINR tells (TS 31.101, assumed)."""

    lock: CardLock | None = None
    iccid: str = field(default="", repr=False)
    pin_tries: int = 3
    puk_tries: int = 10
    pin_used: bool = True
    issuer: str = ""  # the operator whose card it is
    circuit: Registered = Registered.NO  # +CREG
    packet: Registered = Registered.NO  # +CGREG
    evolved: Registered = Registered.NO  # +CEREG
    data_denied: bool = False
    voice_and_data: bool = False
    area: tuple[
        str, ...
    ] = ()  # where the circuit service is registered, to see that the network changed
    technology: Technology | None = None
    operator: str = ""
    plmn: str = ""  # MCC and MNC
    bars: int = 0

    @property
    def status(self) -> Registered:
        """Where the card is registered; calls count before data, a refusal before the search."""
        found = (self.circuit, self.evolved, self.packet)
        served = [status for status in found if status in (Registered.HOME, Registered.ROAMING)]
        news = (Registered.DENIED, Registered.SEARCHING)
        return (*served, *(status for status in news if status in found), Registered.NO)[0]

    @property
    def card_status(self) -> CardStatus:
        if self.lock is None:
            return CardStatus(None)
        return CardStatus(
            Card(
                self.iccid,
                self.lock,
                self.pin_tries,
                self.puk_tries,
                self.pin_used,
                self.issuer,
                not self.data_denied,
                self.voice_and_data,
            )
        )

    @property
    def registration(self) -> Registration:
        """The registration of a card that is open; a locked one counts as unregistered."""
        if self.lock is not CardLock.READY:
            return Registration()
        if self.status not in (Registered.HOME, Registered.ROAMING):
            return Registration(self.status)
        country = country_of(self.plmn)
        return Registration(self.status, self.operator, country, self.technology, self.bars)


def learn(facts: Facts, line: str) -> Facts:
    """The facts after a line."""
    name, colon, rest = line.partition(":")
    learner = _LEARNERS.get(name) if colon else None
    if learner is None:
        return facts
    try:
        return learner(facts, parameters(rest))
    except (ValueError, IndexError):
        return facts


_LOCKS = {
    "READY": CardLock.READY,
    "SIM PIN": CardLock.SIM_PIN,
    "SIM PUK": CardLock.SIM_PUK,
    "SIM PIN2": CardLock.READY,  # asked for by some commands only (27.007 8.3)
    "SIM PUK2": CardLock.READY,
}


def _cpin(facts: Facts, values: tuple[str, ...]) -> Facts:
    """<code> of +CPIN; what the head unit has no entry for counts as blocked."""
    code = plain(values[0])
    if code in ("NOT INSERTED", "NOT READY"):
        return Facts()
    lock = _LOCKS.get(code, CardLock.BLOCKED)
    if lock is CardLock.SIM_PUK and facts.puk_tries == 0:
        lock = CardLock.BLOCKED
    return replace(facts, lock=lock, pin_used=lock is not CardLock.READY or facts.pin_used)


def _cpinr(facts: Facts, values: tuple[str, ...]) -> Facts:
    """+CPINR: <code>,<retries>[,<default_retries>] (27.007 8.65)."""
    code, left = plain(values[0]), int(values[1])
    if code == "SIM PIN":
        return replace(facts, pin_tries=left)
    if code != "SIM PUK":
        return facts
    dead = left == 0 and facts.lock is CardLock.SIM_PUK
    return replace(facts, puk_tries=left, lock=CardLock.BLOCKED if dead else facts.lock)


def _clck(facts: Facts, values: tuple[str, ...]) -> Facts:
    return replace(facts, pin_used=int(values[0]) == 1)


def _iccid(facts: Facts, values: tuple[str, ...]) -> Facts:
    """Another card has another subscription."""
    found = re.search(r"\d{15,20}", values[0])
    if found is None or found.group() == facts.iccid:
        return facts
    fresh = Facts(facts.lock, found.group(), facts.pin_tries, facts.puk_tries, facts.pin_used)
    return fresh if facts.iccid else replace(facts, iccid=found.group())


_TECHNOLOGIES = {
    **dict.fromkeys((0, 1, 3, 8), Technology.GSM),
    **dict.fromkeys((2, 4, 5, 6), Technology.UMTS),
    **dict.fromkeys((7, 9, 10), Technology.LTE),
    **dict.fromkeys((11, 12, 13), Technology.NR),
}
"""<AcT> of +COPS and +CREG (27.007 7.3)."""
_STATUS = {status.value: status for status in Registered} | {
    6: Registered.HOME,  # registered for SMS only, home and roaming
    7: Registered.ROAMING,
    9: Registered.HOME,  # CSFB not preferred, home and roaming
    10: Registered.ROAMING,
}
"""<stat> of +CREG (27.007 7.2); 4 (unknown) and 8 (emergency only) serve nobody."""


def _registered(facts: Facts, values: tuple[str, ...]) -> tuple[Registered, Technology | None]:
    """[<n>,]<stat>[,<lac>,<ci>[,<AcT>]]: <n> stands in the answer to the read command only."""
    told = len(values) == 2 or (len(values) > 2 and values[1].strip().isdecimal())
    values = values[1:] if told else values
    status = _STATUS.get(int(values[0]), Registered.NO)
    technology = _TECHNOLOGIES.get(int(values[3])) if len(values) > 3 else None
    return status, technology or facts.technology


def _circuit(facts: Facts, values: tuple[str, ...]) -> Facts:
    status, technology = _registered(facts, values)
    return replace(facts, circuit=status, technology=technology, area=values[-3:])


def _packet(facts: Facts, values: tuple[str, ...]) -> Facts:
    status, technology = _registered(facts, values)
    denied = _denied(facts, status)
    return replace(facts, packet=status, technology=technology, data_denied=denied)


def _evolved(facts: Facts, values: tuple[str, ...]) -> Facts:
    status, technology = _registered(facts, values)
    denied = _denied(facts, status)
    return replace(facts, evolved=status, technology=technology, data_denied=denied)


def _denied(facts: Facts, status: Registered) -> bool:
    """Whether the subscription lacks data; a card that is merely detached keeps what it had."""
    if status is Registered.DENIED:
        return True
    return facts.data_denied and status not in (Registered.HOME, Registered.ROAMING)


def _cops(facts: Facts, values: tuple[str, ...]) -> Facts:
    """+COPS: <mode>[,<format>,<oper>[,<AcT>]]."""
    if len(values) < 3 and values[0]:
        return replace(facts, operator="", plmn="", technology=None)
    technology = _TECHNOLOGIES.get(int(values[3])) if len(values) > 3 else facts.technology
    if int(values[1]) == 2:
        return replace(facts, technology=technology, plmn=plain(values[2]))
    return replace(facts, technology=technology, operator=plain(values[2]))


def _csq(facts: Facts, values: tuple[str, ...]) -> Facts:
    return replace(facts, bars=bars_of(int(values[0])))


def _ciregu(facts: Facts, values: tuple[str, ...]) -> Facts:
    """<reg_info> (27.007 8.71): IMS carries calls beside data; only LTE and 5G have a say."""
    if facts.technology not in (Technology.LTE, Technology.NR):
        return facts
    return replace(facts, voice_and_data=int(values[0]) == 1)


def _cireg(facts: Facts, values: tuple[str, ...]) -> Facts:
    return _ciregu(facts, values[1:])


_LEARNERS: dict[str, Callable[[Facts, tuple[str, ...]], Facts]] = {
    "+CPIN": _cpin,
    "+CPINR": _cpinr,
    "+CLCK": _clck,
    "+CCID": _iccid,
    "+ICCID": _iccid,
    "^ICCID": _iccid,
    "^SCID": _iccid,
    "+CREG": _circuit,
    "+CGREG": _packet,
    "+CEREG": _evolved,
    "+COPS": _cops,
    "+CSQ": _csq,
    "+CIREG": _cireg,
    "+CIREGU": _ciregu,
}
