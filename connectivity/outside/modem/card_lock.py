"""PIN and PUK of the card: +CPIN, +CPINR, +CLCK, +CPWD (TS 27.007, 8.3, 8.65, 7.4, 7.5).

TS 27.007 has no unsolicited +CPIN; here, as with most modems, `+CPIN: …` tells each client that
the card came, went, was opened, locked or lost a try.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.messages.modem import CardLock
from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Need, Parameters
from connectivity.outside.modem.state import (
    PIN_TRIES,
    PUK_TRIES,
    Functionality,
    ModemState,
    SimCard,
)

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_PIN, _PUK = re.compile(r"\d{4,8}", re.ASCII), re.compile(r"\d{8}", re.ASCII)


def _read_pin(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    lock = modem.inserted.lock
    if lock is CardLock.BLOCKED:
        raise CmeError(13)
    return (f"+CPIN: {lock.value}",)


def _enter(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    lock = modem.inserted.lock
    if lock is CardLock.BLOCKED:
        raise CmeError(13)
    if lock is CardLock.READY:
        raise CmeError(3)
    if lock is CardLock.SIM_PIN:
        if len(values) > 1:
            raise CmeError(50)
        right = modem.try_pin(_code(values, 0, _PIN))
    else:
        if len(values) < 2:
            raise CmeError(12)
        right = modem.try_puk(_code(values, 0, _PUK), _code(values, 1, _PIN))
    return () if right else _refuse(modem, lock)


def _code(values: Parameters, index: int, shape: re.Pattern[str]) -> str:
    """A code of the right shape; another one costs no try."""
    code = values.text(index)
    if not shape.fullmatch(code):
        raise CmeError(50)
    return code


def _refuse(modem: ModemEmulator, before: CardLock) -> Answer:
    """A wrong code; the last try tells what the card asks for now."""
    lock = modem.inserted.lock
    if lock is before:
        raise CmeError(16)
    raise CmeError(12 if lock is CardLock.SIM_PUK else 13)


def _tries(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    card = modem.inserted
    left = {
        "SIM PIN": (card.pin_tries, PIN_TRIES),
        "SIM PUK": (card.puk_tries, PUK_TRIES),
        "SIM PIN2": (PIN_TRIES, PIN_TRIES),
        "SIM PUK2": (PUK_TRIES, PUK_TRIES),
    }
    wanted = values.text(0, "*").upper()
    names = [name for name in left if name == wanted or _matches(name, wanted)]
    if not names:
        raise CmeError(50)
    return tuple(f"+CPINR: {name},{left[name][0]},{left[name][1]}" for name in names)


def _matches(name: str, wanted: str) -> bool:
    return wanted.endswith("*") and name.startswith(wanted[:-1])


def _lock_facility(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    card, mode = _facility(modem, values), values.integer(1, range(3))
    if mode == 2:
        return (f"+CLCK: {int(card.pin_enabled)}",)
    modem.demand(Need.OPEN_CARD)
    values.integer(3, range(256), 7)
    if card.pin_enabled == bool(mode):
        raise CmeError(3)
    _verify(modem, _code(values, 2, _PIN))
    modem.change(card=replace(modem.inserted, pin_enabled=bool(mode)))
    return ()


def _change_password(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    card = _facility(modem, values)
    modem.demand(Need.OPEN_CARD)
    old, new = _code(values, 1, _PIN), _code(values, 2, _PIN)
    if not card.pin_enabled:
        raise CmeError(3)  # TS 102 221, 11.1.10: a PIN that is off cannot be changed
    _verify(modem, old)
    modem.change(card=replace(modem.inserted, pin=new))
    return ()


def _facility(modem: ModemEmulator, values: Parameters) -> SimCard:
    if values.text(0).upper() != "SC":
        raise CmeError(4)
    return modem.inserted


def _verify(modem: ModemEmulator, pin: str) -> None:
    if not modem.verify_pin(pin):
        _refuse(modem, CardLock.READY)


def watch_card(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    told = _shown(modem.state)
    return (f"+CPIN: {told[0]}",) if told and told != _shown(before) else ()


def _shown(state: ModemState) -> tuple[str, int, int, bool] | None:
    card = state.card
    if state.functionality is Functionality.MINIMUM:
        return None
    if card is None:
        return "NOT INSERTED", 0, 0, False
    return card.lock.value, card.pin_tries, card.puk_tries, card.pin_enabled


CARD_LOCK: Commands = {
    "+CPIN": Command(read=_read_pin, set=_enter, most=2, need=Need.CARD),
    "+CPINR": Command(execute=_tries, set=_tries, need=Need.CARD),
    "+CLCK": Command(set=_lock_facility, test='("SC")', most=4, need=Need.CARD),
    "+CPWD": Command(set=_change_password, test='("SC",8)', most=3, need=Need.CARD),
}
