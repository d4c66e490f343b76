"""The modem: a card slot, a radio, one call, packet data. What it says is up to its ports.

No voice, no data packets, no battery. Time comes in by `advance`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from connectivity.call import EMERGENCY_NUMBERS
from connectivity.messages.modem import CardLock
from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.modem.calls import RING_S, UNANSWERED_S, ring_lines
from connectivity.outside.modem.card_codes import enter_pin, enter_puk, locked_again
from connectivity.outside.modem.command import CmeError, Need
from connectivity.outside.modem.delivery import drop_routed, take_waiting
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.port import AtPort
from connectivity.outside.modem.service import open_card, settle
from connectivity.outside.modem.state import (
    Functionality,
    ModemState,
    SimCard,
    card_secrets,
    issue_card,
)
from connectivity.outside.profiles import SimProfile

SLOT_IMEI, BUILT_IN_IMEI = "001017000000011", "001017000000029"
"""Type allocation code 00101700 is of the range for tests (GSMA TS.06)."""

_LOCK_ERRORS = {CardLock.SIM_PIN: 11, CardLock.SIM_PUK: 12, CardLock.BLOCKED: 13}


@dataclass(frozen=True, slots=True)
class _Due:
    """Something that happens at a time of the session's clock."""

    at: float
    number: int
    act: Callable[[], None]


class ModemEmulator:
    """A modem with a card slot. Cards keep their tries and PIN while they are out of it.

    air_delays: what takes its time on air does so here.
    """

    def __init__(
        self,
        home: str,
        network: Network,
        best: Technology = Technology.LTE,
        *,
        built_in: SimProfile | None = None,
        imei: str = SLOT_IMEI,
        air_delays: bool = False,
    ) -> None:
        card = issue_card(built_in, home) if built_in else None
        self.home, self.imei, self.air_delays = home, imei, air_delays
        self.state = ModemState(network, best, card)
        self.ports: list[AtPort] = []
        self.now = 0.0
        self._dues: list[_Due] = []
        self._number = 0
        self._call_dues: tuple[int, ...] = ()

    @property
    def slot(self) -> SimCard | None:
        """The card in the slot."""
        return self.state.card

    @property
    def inserted(self) -> SimCard:
        """The card in the slot; raises CmeError when there is none."""
        if self.state.card is None:
            raise CmeError(10)
        return self.state.card

    @property
    def network(self) -> Network:
        return self.state.network

    @property
    def call(self) -> CallPhase:
        return self.state.call

    def open_port(self) -> AtPort:
        """A new client; any number of them at once."""
        port = AtPort(self)
        self.ports.append(port)
        return port

    def change(self, **changes: Any) -> None:
        """Replace these fields of the state, and let every port tell what follows."""
        before = self.state
        self.state = take_waiting(settle(before, replace(before, **changes)))
        if self.state != before:
            for port in self.ports:
                port.notice(before)
        if self.state.delivered != before.delivered:
            drop_routed(self)

    def demand(self, need: Need) -> None:
        """Raise CmeError when the card is not there or not open, as the command needs."""
        card = self.state.card
        if need is Need.NOTHING:
            return
        if self.state.functionality is Functionality.MINIMUM:
            raise CmeError(55)
        if card is None:
            raise CmeError(10)
        if need is Need.OPEN_CARD and card.lock is not CardLock.READY:
            raise CmeError(_LOCK_ERRORS[card.lock])

    def later(self, seconds: float, act: Callable[[], None]) -> int:
        """Do `act` (a method or a `partial`, no closure) after this time; returns its number."""
        self._number += 1
        self._dues.append(_Due(self.now + seconds, self._number, act))
        return self._number

    def cancel(self, number: int) -> None:
        self._dues = [due for due in self._dues if due.number != number]

    def next_due(self) -> float | None:
        return min((due.at for due in self._dues), default=None)

    def advance(self, now: float) -> None:
        """Time has come to `now`: what is due happens, oldest first."""
        while self._dues and (due := min(self._dues, key=_when)).at <= now:
            self._dues.remove(due)
            self.now = max(self.now, due.at)
            due.act()
        self.now = max(self.now, now)

    def insert(self, profile: SimProfile) -> None:
        """Put a card into the slot; one that is in there comes out first."""
        self.remove()
        known = {card.iccid: card for card in self.state.drawer}
        fresh = issue_card(profile, self.home)
        card = locked_again(known.pop(fresh.iccid, fresh))
        self.change(card=card, drawer=tuple(known.values()))

    def remove(self) -> None:
        if self.state.card is None:
            return
        self.set_call(CallPhase.ENDED)
        self.change(card=None, drawer=(*self.state.drawer, self.state.card))

    def secrets(self) -> tuple[str, ...]:
        """Codes and numbers of all cards on offer, and the PINs that cards got here."""
        cards = (*self.state.drawer, *([self.state.card] if self.state.card else []))
        return (*card_secrets(self.home), *(card.pin for card in cards))

    def change_pin(self, pin: str) -> None:
        """The card got another PIN in a phone; the head unit notices when it asks next."""
        if self.state.card:
            self.change(card=replace(self.state.card, pin=pin))

    def set_network(self, network: Network) -> None:
        self.change(network=network)
        if network.technology is None:
            self.set_call(CallPhase.ENDED)

    def set_call(self, phase: CallPhase, number: str = "") -> None:
        """Move the call on; the network or the other party does this, or a request."""
        if phase is CallPhase.ENDED and self.call is CallPhase.ENDED:
            return
        came = {CallPhase.INCOMING: True, CallPhase.DIALLING: False}
        self.change(
            call=phase,
            number="" if phase is CallPhase.ENDED else number or self.state.number,
            call_came=came.get(phase, self.state.call_came),
        )
        self._time_call()

    def _time_call(self) -> None:
        """A call that came rings again and again, until the network gives up."""
        for due in self._call_dues:
            self.cancel(due)
        self._call_dues = ()
        if self.call is CallPhase.INCOMING:
            give_up = self.later(UNANSWERED_S, partial(self.set_call, CallPhase.ENDED))
            self._call_dues = (give_up, self.later(RING_S, self._ring))

    def _ring(self) -> None:
        for port in self.ports:
            port.tell(*ring_lines(port, self.state))
        self._call_dues = (self._call_dues[0], self.later(RING_S, self._ring))

    def set_functionality(self, level: Functionality) -> None:
        """+CFUN: without power the card forgets that its PIN was entered, the radio its call."""
        before = self.state.functionality
        if level is not Functionality.FULL:
            self.set_call(CallPhase.ENDED)
        card = self.state.card
        if level is Functionality.MINIMUM and card and before is not level:
            card = locked_again(card)
        self.change(functionality=level, card=card)

    def reset(self, level: Functionality = Functionality.FULL) -> None:
        """The modem restarts; its clients keep their sessions."""
        self.set_functionality(Functionality.MINIMUM)
        self.change(wants_data=False)
        self.set_functionality(level)

    def try_pin(self, pin: str) -> bool:
        """Whether it opened the card that asked for it."""
        card = self.state.card
        if card is None or card.lock is not CardLock.SIM_PIN:
            return False
        return self.verify_pin(pin)

    def verify_pin(self, pin: str) -> bool:
        """Whether it is right; a wrong one costs a try, the last one asks for the PUK."""
        right, card = enter_pin(self.inserted, pin)
        self.change(card=card)
        return right

    def try_puk(self, puk: str, new_pin: str) -> bool:
        """Whether it opened the card and set the PIN; the last wrong one kills the card."""
        card = self.state.card
        if card is None or card.lock is not CardLock.SIM_PUK:
            return False
        right, card = enter_puk(card, puk, new_pin)
        self.change(card=card)
        return right

    def dial(self, number: str) -> bool:
        """Whether the call goes out: emergency numbers need no card."""
        emergency = number in EMERGENCY_NUMBERS and self.network.technology is not None
        if emergency or (open_card(self.state) and self.network.technology):
            self.set_call(CallPhase.DIALLING, number)
            return True
        return False


def _when(due: _Due) -> tuple[float, int]:
    return due.at, due.number
