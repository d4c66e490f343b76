"""The head unit's driver of a modem: requests become AT commands, what the modem says events.

What the modem is known to be stands in `facts`; lines that come by themselves only say at what to
look again. A modem that is pulled out or falls silent is told, and begun anew when it is back.
"""

import copy
from collections.abc import Sequence
from typing import Any

from connectivity.at import commands
from connectivity.at.answers import ANSWERED
from connectivity.at.calls import CallLog
from connectivity.at.channel import Channel
from connectivity.at.commands import Command, Purpose
from connectivity.at.exchange import TIMED_OUT, Answer, Exchange
from connectivity.at.facts import Facts, learn
from connectivity.at.looks import Look, look_for
from connectivity.at.texts import Texts, place_of
from connectivity.messages.modem import (
    CardLock,
    CardStatus,
    EnterPin,
    EnterPuk,
    ModemEvent,
    ModemLink,
    ModemRequest,
    PowerOn,
    Registration,
    UseData,
)
from connectivity.messages.telephony import AnswerCall, CallPhase, CallStatus, Dial, HangUp

AGAIN_S = 3.0
"""How often a modem that is gone is looked for, and a silent one asked."""
RESTART_S = 30.0
"""A modem that was told to restart may be away so long before that is told (assumed)."""
POLLS: tuple[tuple[float, tuple[Command, ...]], ...] = (
    (1.0, ()),  # the calls, while there is one
    (5.0, (commands.CARD_POLL,)),
    (10.0, (*commands.REGISTRATION, commands.SIGNAL)),
)
"""What a modem outside is asked again and again: few tell of a card that is put in or pulled."""
RESTARTED = ("RDY", "^SYSSTART", "+CFUN: 1")
"""What common modems say when they have started (assumed; the standards have no such code)."""


class AtModem:
    """The wire to a modem that speaks AT. `answers.py` does what depends on the answers."""

    def __init__(self, channel: Channel) -> None:
        self.channel, self.exchange = channel, Exchange(channel)
        self.facts, self.calls, self.texts = Facts(), CallLog(), Texts()
        self.looks: set[Look] = set()
        self.indicators: tuple[str, ...] = ()
        self.events: list[ModemEvent] = []
        self.link = ModemLink()
        self.use_data: bool | None = None
        self.changed = False
        self.card: CardStatus | None = CardStatus(None)  # as told; None: to be told in any case
        self._registration = Registration()
        self._unanswered: set[str] = set()
        self._echo_stays = False
        self._now = self._retry_at = self._patient_until = 0.0
        self._polled = [0.0] * len(POLLS)
        self.begin()

    def __deepcopy__(self, memo: dict[int, Any]) -> "AtModem":
        """A modem outside is the same for every copy, so a copy gets to know it anew."""
        if self.channel.real:
            made = AtModem(self.channel)
            made.use_data, made.card = self.use_data, None
        else:
            made = object.__new__(AtModem)
            memo[id(self)] = made
            made.__dict__.update(copy.deepcopy(self.__dict__, memo))
        return made

    # the wire

    def send(self, request: ModemRequest) -> None:
        """Queue what the head unit wants; refused at once while there is no modem."""
        if isinstance(request, UseData):
            self.use_data = request.on
            if self.facts.lock is CardLock.READY:
                self.ask(*commands.use_data(request.on))
        elif self.link.why:
            self._refuse(request)
        else:
            self.ask(_line_of(request))

    def drain(self) -> Sequence[ModemEvent]:
        """Talk as far as the modem has answered; what changed by it."""
        if self.channel.gone and not self.link.why and self._now >= self._patient_until:
            self.lose("gone")
        exchange = self.exchange
        while True:
            found = exchange.next()
            if found is not None:
                self._take(found)
            elif self.looks and exchange.idle:
                self._look()
            else:
                break
        if self.changed and exchange.idle:
            self._tell()
        if not self.events:
            return ()
        events, self.events = self.events, []
        return events

    def ask(self, *asked: Command) -> None:
        """Queue commands, without those that this modem never answered."""
        self.exchange.ask(command for command in asked if command.text not in self._unanswered)

    # time

    def advance(self, now: float) -> None:
        """Time goes by: commands wait too long, a modem that was gone is looked for, polls."""
        late = self.exchange.advance(now)
        self._now = now
        if late:
            self._take(late)
        if (self.link.why or self.channel.gone) and now >= self._retry_at:
            self._try_again()
        elif self.channel.real and self.exchange.idle and not self.link.why:
            self._poll()

    def next_due(self) -> float | None:
        """A modem outside is served all the time anyway."""
        if self.channel.real:
            return None
        return self._retry_at if self.link.why else self.exchange.next_due()

    def _poll(self) -> None:
        for at, (period, asked) in enumerate(POLLS):
            if self._now - self._polled[at] >= period:
                self._polled[at] = self._now
                self.ask(*asked)
                if at == 0 and self.calls.running:
                    self.ask(commands.CALLS)

    # begin, lose, come back

    def begin(self, restarted: bool = False) -> None:
        """Get to know the modem from the start."""
        if restarted:
            self._patient_until = self._now + RESTART_S
        self.exchange.forget()
        self.looks.clear()
        self.exchange.ask((commands.PATIENT_SYNC if restarted else commands.SYNC,))

    def answered(self) -> None:
        """The modem is there: set it up and look at everything."""
        if self.link.why:
            self.link = ModemLink()
            self.events.append(self.link)
        self.facts = Facts()
        self.ask(*commands.SETTINGS, *commands.INDICATORS)
        self.looks |= {Look.CARD, Look.CALLS}

    def lose(self, why: str) -> None:
        """There is no modem: pulled out, or silent. One that restarts is waited for."""
        if self._now < self._patient_until:
            self.begin()
            return
        self.exchange.forget()
        self.looks.clear()
        self.facts, self.changed, self._echo_stays = Facts(), True, False
        self._unanswered.clear()
        self.events += self.calls.none_seen()
        if not self.link.why:
            self.link = ModemLink("gone" if why == "gone" else "silent")
            self.events.append(self.link)
        self._retry_at = self._now + AGAIN_S

    def _try_again(self) -> None:
        self._retry_at = self._now + AGAIN_S
        if self.channel.gone:
            self.channel.reopen()
            if not self.channel.gone:
                self.begin()
        elif self.exchange.idle:
            self.begin()

    def _refuse(self, request: ModemRequest) -> None:
        if isinstance(request, Dial):
            self.events.append(CallStatus(CallPhase.ENDED, request.number))
        elif isinstance(request, EnterPin | EnterPuk):
            self.card, self.changed = None, True

    # what the modem says

    def _take(self, found: Answer | str) -> None:
        if isinstance(found, str):
            self._line(found)
            return
        ANSWERED[found.command.purpose](self, found)
        if found.result == TIMED_OUT and found.command.purpose is not Purpose.SYNC:
            if found.command.purpose is Purpose.PLAIN:
                self._unanswered.add(found.command.text)
            self.begin()
        elif self.exchange.echoed and not self._echo_stays and self.exchange.idle:
            self._echo_stays = True  # some always do; else it was reset and forgot its settings
            self.begin()

    def _line(self, line: str) -> None:
        before, self.facts = self.facts, learn(self.facts, line)
        self.changed = self.changed or self.facts != before
        if line in RESTARTED:
            self.begin()
            return
        self.events += self.texts.routed(line)
        if place := place_of(line):
            self.ask(*commands.read_text(*place))
        else:
            asked = self.exchange.purpose
            self.looks |= look_for(line, asked, before, self.facts, self.indicators)

    def _look(self) -> None:
        looks, ready = frozenset(self.looks), self.facts.lock is CardLock.READY
        self.looks.clear()
        if Look.CALLS in looks:
            self.ask(commands.CALLS)
        if Look.CARD in looks:
            self.ask(commands.CARD)  # its answer asks for the rest
        elif Look.NETWORK in looks and ready:
            self.ask(commands.NETWORK)
        elif Look.SIGNAL in looks and ready:
            self.ask(commands.SIGNAL)
        if Look.DATA in looks and ready and self.use_data:
            self.ask(*commands.use_data(True))  # somebody else ended it

    def _tell(self) -> None:
        """Everything was answered: tell what is another now."""
        self.changed = False
        card, registration = self.facts.card_status, self.facts.registration
        if card != self.card:
            self.card = card
            self.events.append(card)
        if registration != self._registration:
            self._registration = registration
            self.events.append(registration)


def _line_of(request: ModemRequest) -> Command:
    match request:
        case EnterPin(pin):
            return commands.enter_code(pin)
        case EnterPuk(puk, new_pin):
            return commands.enter_code(puk, new_pin)
        case Dial(number):
            return commands.dial(number)
        case AnswerCall():
            return commands.ANSWER
        case HangUp():
            return commands.HANG_UP
        case PowerOn():
            return commands.RESET
        case UseData(on):
            return commands.use_data(on)[0]
