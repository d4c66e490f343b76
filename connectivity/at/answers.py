"""What the driver does when a command was answered, by the purpose of the command."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.at import commands
from connectivity.at.calls import listed_call
from connectivity.at.commands import Purpose
from connectivity.at.exchange import TIMED_OUT, Answer
from connectivity.at.facts import Facts, learn
from connectivity.at.files import iccid_in, issuer_in
from connectivity.at.lines import error_code
from connectivity.at.looks import Look
from connectivity.messages.modem import CardLock, DataContext
from connectivity.messages.telephony import CallPhase, CallStatus

if TYPE_CHECKING:
    from connectivity.at.modem import AtModem

NOT_INSERTED, FAILURE = 10, 13
"""+CME ERROR of a slot without a card, and of a card that is dead or was pulled (27.007 9.2.1)."""


def _plain(modem: AtModem, answer: Answer) -> None:
    """Its lines were taken when they came; a modem may lack the command."""


def _synced(modem: AtModem, answer: Answer) -> None:
    if answer.result == TIMED_OUT:
        modem.lose("silent")
    else:
        modem.answered()


def _was_reset(modem: AtModem, answer: Answer) -> None:
    modem.events += modem.calls.none_seen()
    modem.card, modem.changed = None, True
    modem.begin(restarted=True)


def _card(modem: AtModem, answer: Answer) -> None:
    modem.changed = True
    lock = modem.facts.lock
    if not answer.ok:
        if _is_gone(answer):
            modem.facts = Facts()
        elif error_code(answer.result) == FAILURE:
            modem.facts = replace(modem.facts, lock=CardLock.BLOCKED)
            modem.ask(commands.TRIES, commands.ICCID)
    elif lock is CardLock.READY:
        modem.ask(commands.TRIES, commands.ICCID, commands.PIN_USED, commands.SPN)
        modem.ask(commands.UNREAD)
        modem.ask(*commands.REGISTRATION, commands.IMS)
        modem.looks.add(Look.NETWORK)
        if modem.use_data is not None:
            modem.ask(*commands.use_data(modem.use_data))
    elif lock is not None:
        modem.ask(commands.TRIES, commands.ICCID)


def _card_polled(modem: AtModem, answer: Answer) -> None:
    if _is_gone(answer) and modem.facts.lock is not None:
        modem.facts, modem.changed = Facts(), True


def _is_gone(answer: Answer) -> bool:
    return answer.result == "ERROR" or error_code(answer.result) == NOT_INSERTED


def _iccid(modem: AtModem, answer: Answer) -> None:
    """Some say the number without a name, some lack the command: then from the card's file."""
    if not answer.ok:
        modem.ask(commands.ICCID_FILE)
    for line in answer.lines:
        modem.facts = learn(modem.facts, line if ":" in line else f"+CCID: {line}")


def _iccid_file(modem: AtModem, answer: Answer) -> None:
    """A card that says neither is none."""
    modem.facts = learn(modem.facts, f"+CCID: {iccid_in(answer.lines)}")
    if not modem.facts.iccid and modem.facts.lock is CardLock.BLOCKED:
        modem.facts = Facts()


def _issuer(modem: AtModem, answer: Answer) -> None:
    modem.facts = replace(modem.facts, issuer=issuer_in(answer.lines) or modem.facts.issuer)


def _indicators(modem: AtModem, answer: Answer) -> None:
    found = re.findall(r'\("(\w+)"', " ".join(answer.lines))
    modem.indicators = tuple(found) if answer.ok else ()
    modem.exchange.echoed = False  # what came until here was before ATE0


def _code(modem: AtModem, answer: Answer) -> None:
    modem.card = None  # an attempt is answered in any case
    modem.looks.add(Look.CARD)


def _dialled(modem: AtModem, answer: Answer) -> None:
    number = answer.command.about
    if answer.ok:
        modem.events += modem.calls.seen(CallStatus(CallPhase.DIALLING, number))
        modem.looks.add(Look.CALLS)
    elif modem.calls.running is None:
        modem.events.append(CallStatus(CallPhase.ENDED, number))


def _call_changed(modem: AtModem, answer: Answer) -> None:
    modem.looks.add(Look.CALLS)
    if answer.command is commands.HANG_UP and not answer.ok:
        modem.ask(commands.HANG_UP_OLD)


def _text(modem: AtModem, answer: Answer) -> None:
    modem.events += modem.texts.listed(answer.lines)


def _network(modem: AtModem, answer: Answer) -> None:
    """A modem that does not take it all in one line is asked one by one."""
    if not answer.ok and answer.result != TIMED_OUT:
        modem.ask(commands.OPERATOR, commands.SIGNAL)


def _calls(modem: AtModem, answer: Answer) -> None:
    if answer.ok:
        call = listed_call(answer.lines)
        modem.events += modem.calls.seen(call) if call else modem.calls.none_seen()


def _attached(modem: AtModem, answer: Answer) -> None:
    if answer.ok:
        modem.ask(commands.CONTEXTS)
    else:
        _refused(modem, answer)


def _contexts(modem: AtModem, answer: Answer) -> None:
    """A context that is there is the card's own and stays."""
    if not any(re.match(r"\+CGDCONT:\s*1,", line) for line in answer.lines):
        modem.ask(commands.DEFINE)
    modem.ask(commands.ACTIVATE)


def _activated(modem: AtModem, answer: Answer) -> None:
    if answer.ok:
        modem.events.append(DataContext(True))
    else:
        _refused(modem, answer)


def _refused(modem: AtModem, answer: Answer) -> None:
    if modem.use_data:  # else it was withdrawn meanwhile
        modem.events.append(DataContext(False, True, error_code(answer.result)))


def _data_ended(modem: AtModem, answer: Answer) -> None:
    modem.events.append(DataContext(False))


ANSWERED: dict[Purpose, Callable[[AtModem, Answer], None]] = {
    Purpose.PLAIN: _plain,
    Purpose.SYNC: _synced,
    Purpose.RESET: _was_reset,
    Purpose.CARD: _card,
    Purpose.CARD_POLL: _card_polled,
    Purpose.ICCID: _iccid,
    Purpose.ICCID_FILE: _iccid_file,
    Purpose.SPN: _issuer,
    Purpose.INDICATORS: _indicators,
    Purpose.TEXT: _text,
    Purpose.NETWORK: _network,
    Purpose.CALLS: _calls,
    Purpose.DIAL: _dialled,
    Purpose.ANSWER: _call_changed,
    Purpose.HANG_UP: _call_changed,
    Purpose.CODE: _code,
    Purpose.ATTACH: _attached,
    Purpose.CONTEXTS: _contexts,
    Purpose.ACTIVATE: _activated,
    Purpose.END_DATA: _data_ended,
}
