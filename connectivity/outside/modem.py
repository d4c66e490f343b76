"""A SIM card, its modem and the radio network, in process. No AT text, no timing, no cell planning.

The network is a value that the bench sets for the inserted SIM, the embedded SIM and the phone
alike.
"""

from dataclasses import dataclass, field, replace

from connectivity.call import EMERGENCY_NUMBERS
from connectivity.messages import (
    AnswerCall,
    CallPhase,
    CallStatus,
    Card,
    CardLock,
    CardStatus,
    Dial,
    EnterPin,
    EnterPuk,
    HangUp,
    ModemEvent,
    ModemRequest,
    PowerOn,
    Registered,
    Registration,
    Technology,
)
from connectivity.outside.profiles import SimProfile, load_world

PIN_TRIES, PUK_TRIES = 3, 10


@dataclass(frozen=True, slots=True)
class Network:
    """The radio network where the car is. technology None: no coverage."""

    country: str
    technology: Technology | None = Technology.LTE
    bars: int = 4

    def operator(self) -> str:
        world = load_world()
        return world.operators.get(self.country, f"{world.operator_fallback} {self.country}")

    def seen_by(self, home: str, best: Technology) -> Registration:
        """How a SIM of country `home` registers here with a modem that knows radio up to `best`."""
        if self.technology is None:
            return Registration(Registered.SEARCHING)
        order = list(Technology)
        technology = min(self.technology, best, key=order.index)
        status = Registered.HOME if home == self.country else Registered.ROAMING
        return Registration(status, self.operator(), self.country, technology, self.bars)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The card in the slot with its counters."""

    profile: SimProfile
    lock: CardLock
    pin: str = field(repr=False)
    pin_tries: int = PIN_TRIES
    puk_tries: int = PUK_TRIES

    def card(self, operator: str) -> Card:
        return Card(
            self.profile.iccid,
            self.lock,
            self.pin_tries,
            self.puk_tries,
            self.profile.pin_enabled,
            operator,
            self.profile.has_data,
            self.profile.voice_and_data,
        )


class ModemEmulator:
    """The modem of the SIM slot. Cards keep their tries and PIN while they are out of the slot."""

    def __init__(self, home: str, network: Network, best: Technology = Technology.LTE) -> None:
        self.home, self.network, self.best = home, network, best
        self.slot: _Slot | None = None
        self._drawer: dict[str, _Slot] = {}
        self.call = CallPhase.ENDED
        self._out: list[ModemEvent] = []

    def drain(self) -> list[ModemEvent]:
        events, self._out = self._out, []
        return events

    def send(self, request: ModemRequest) -> None:
        match request:
            case EnterPin(pin):
                self._try_pin(pin)
            case EnterPuk(puk, new_pin):
                self._try_puk(puk, new_pin)
            case PowerOn():
                self._relock()
            case Dial(number):
                self._dial(number)
            case AnswerCall():
                self.set_call(CallPhase.ACTIVE)
            case HangUp():
                self.set_call(CallPhase.ENDED)

    def insert(self, profile: SimProfile) -> None:
        """Put a card into the slot; one that is in there comes out first."""
        self.remove()
        lock = CardLock.SIM_PIN if profile.pin_enabled else CardLock.READY
        self.slot = self._drawer.get(profile.iccid, _Slot(profile, lock, profile.pin))
        if profile.pin_enabled and self.slot.lock is CardLock.READY:
            self.slot = replace(self.slot, lock=CardLock.SIM_PIN)
        self._tell_card()

    def pins(self) -> list[str]:
        """The PINs that cards got here, in the slot or out of it (for masking)."""
        slots = [*self._drawer.values(), *([self.slot] if self.slot else [])]
        return [slot.pin for slot in slots]

    def remove(self) -> None:
        if self.slot is None:
            return
        self.set_call(CallPhase.ENDED)
        self._drawer[self.slot.profile.iccid] = self.slot
        self.slot = None
        self._tell_card()

    def change_pin(self, pin: str) -> None:
        """The card got another PIN in a phone; the head unit notices when it asks next."""
        if self.slot:
            self.slot = replace(self.slot, pin=pin)

    def set_network(self, network: Network) -> None:
        self.network = network
        if network.technology is None:
            self.set_call(CallPhase.ENDED)
        self._tell_registration()

    def set_call(self, phase: CallPhase, number: str = "") -> None:
        """Move the call on; the network or the other party does this, or a request."""
        if phase is CallPhase.ENDED and self.call is CallPhase.ENDED:
            return
        self.call = phase
        self._out.append(CallStatus(phase, number))

    def _dial(self, number: str) -> None:
        emergency = number in EMERGENCY_NUMBERS and self.network.technology is not None
        ready = (
            self.slot is not None and self.slot.lock is CardLock.READY and self.network.technology
        )
        if emergency or ready:
            self.set_call(CallPhase.DIALLING, number)
        else:
            self._out.append(CallStatus(CallPhase.ENDED, number))

    def _try_pin(self, pin: str) -> None:
        slot = self.slot
        if slot is None or slot.lock is not CardLock.SIM_PIN:
            self._tell_card()
            return
        if pin == slot.pin:
            self.slot = replace(slot, lock=CardLock.READY, pin_tries=PIN_TRIES)
        else:
            left = slot.pin_tries - 1
            self.slot = replace(slot, pin_tries=left, lock=slot.lock if left else CardLock.SIM_PUK)
        self._tell_card()

    def _try_puk(self, puk: str, new_pin: str) -> None:
        slot = self.slot
        if slot is None or slot.lock is not CardLock.SIM_PUK:
            self._tell_card()
            return
        if puk == slot.profile.puk:
            self.slot = replace(
                slot, lock=CardLock.READY, pin=new_pin, pin_tries=PIN_TRIES, puk_tries=PUK_TRIES
            )
        else:
            left = slot.puk_tries - 1
            self.slot = replace(slot, puk_tries=left, lock=slot.lock if left else CardLock.BLOCKED)
        self._tell_card()

    def _relock(self) -> None:
        slot = self.slot
        if slot and slot.profile.pin_enabled and slot.lock is CardLock.READY:
            self.slot = replace(slot, lock=CardLock.SIM_PIN)
        self._tell_card()

    def _tell_card(self) -> None:
        home = Network(self.home).operator()
        self._out.append(CardStatus(self.slot.card(home) if self.slot else None))
        self._tell_registration()

    def _tell_registration(self) -> None:
        ready = self.slot is not None and self.slot.lock is CardLock.READY
        self._out.append(self.network.seen_by(self.home, self.best) if ready else Registration())


class EmbeddedModem:
    """The SIM that is built in: registered wherever there is a network; no PIN, no calls."""

    def __init__(self, home: str, network: Network, best: Technology = Technology.LTE) -> None:
        self.home, self.best = home, best
        self._out: list[ModemEvent] = []
        self.set_network(network)

    def drain(self) -> list[ModemEvent]:
        events, self._out = self._out, []
        return events

    def send(self, request: ModemRequest) -> None:
        """Nothing to ask of it."""

    def set_network(self, network: Network) -> None:
        self.network = network
        self._out.append(network.seen_by(self.home, self.best))
