"""Which network the modem uses: +COPS with scan and selection (TS 27.007, 7.3)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from connectivity.messages.telephony import Technology
from connectivity.networks import Operator, find_country
from connectivity.outside.modem.command import (
    Answer,
    CmeError,
    Command,
    Commands,
    Need,
    OnAir,
    Parameters,
)
from connectivity.outside.modem.registration import ACCESS
from connectivity.outside.modem.service import (
    IN_SERVICE,
    admits,
    chosen_operator,
    open_card,
    radio,
    registration,
)
from connectivity.outside.modem.state import Functionality, ModemState, Selection, SelectionMode

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

SCAN_SECONDS, SELECT_SECONDS = 10.0, 3.0  # assumed: what common modems take in a city
_FORMAT_ONLY, _MANUAL_THEN_AUTOMATIC = 3, 4
_AVAILABLE, _CURRENT, _FORBIDDEN = 1, 2, 3
_ORDER = tuple(Technology)


def _names(operator: Operator) -> tuple[str, str, str]:
    """Its name by <format>: long, short, numeric."""
    return operator.name, operator.short_name, operator.numeric


def _serving(state: ModemState) -> Operator | None:
    return chosen_operator(state) if registration(state).status in IN_SERVICE else None


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    state, style = modem.state, port.settings.operator_format
    operator, technology = _serving(state), radio(state)
    told = f"+COPS: {state.selection.mode.value}"
    if operator and technology:
        told += f',{style},"{_names(operator)[style]}",{ACCESS[technology]}'
    return (told,)


def _scan(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if modem.state.functionality is not Functionality.FULL:
        raise CmeError(55)
    return OnAir(SCAN_SECONDS, _found, abortable=True)


def _found(modem: ModemEmulator, port: AtPort) -> Answer:
    """Every network that is heard, the current one first, once for each radio it offers."""
    state = modem.state
    serving = _serving(state)
    operators = find_country(state.network.country).operators
    ordered = sorted(operators, key=lambda operator: operator != serving)
    rows = [row for operator in ordered for row in _rows(state, operator, operator == serving)]
    return (f"+COPS: {','.join(rows)},,(0-4),(0-2)",)


def _rows(state: ModemState, operator: Operator, serving: bool) -> list[str]:
    now, card = radio(state), open_card(state)
    heard = heard_technologies(state, operator)
    if serving and now:
        heard = (now, *(technology for technology in heard if technology is not now))
    rows = []
    for technology in heard:
        status = _AVAILABLE
        if serving and technology is now:
            status = _CURRENT
        elif card and not admits(card, state.network.country, operator):
            status = _FORBIDDEN
        long, short, numeric = _names(operator)
        rows.append(f'({status},"{long}","{short}","{numeric}",{ACCESS[technology]})')
    return rows


def heard_technologies(state: ModemState, operator: Operator) -> tuple[Technology, ...]:
    """What the operator offers here, as far as place and modem know it; newest first."""
    newest = state.network.technology
    if newest is None:
        return ()
    limit = min(_ORDER.index(newest), _ORDER.index(state.best))
    offered = sorted(operator.technologies, key=_ORDER.index, reverse=True)
    return tuple(t for t in offered if _ORDER.index(t) <= limit)


def _set(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode = values.integer(0, range(5), 0)
    style = values.integer(1, range(3), port.settings.operator_format)
    if mode == _FORMAT_ONLY:
        port.settings.operator_format = style
        return ()
    if mode == SelectionMode.DEREGISTERED:
        modem.change(selection=Selection(SelectionMode.DEREGISTERED))
        return ()
    if mode == SelectionMode.AUTOMATIC:
        return OnAir(SELECT_SECONDS, _select_automatically)
    access = {number: technology for technology, number in ACCESS.items()}
    number = values.integer(3, access, -1)
    wanted = Selection(SelectionMode.MANUAL, values.text(2), access.get(number))
    modem.demand(Need.OPEN_CARD)
    if modem.state.functionality is not Functionality.FULL:
        raise CmeError(55)
    port.settings.operator_format = style
    act = partial(_select, wanted, style, mode == _MANUAL_THEN_AUTOMATIC)
    return OnAir(SELECT_SECONDS, act)


def _select_automatically(modem: ModemEmulator, port: AtPort) -> Answer:
    modem.change(selection=Selection())
    return ()


def _select(
    wanted: Selection, style: int, then_automatic: bool, modem: ModemEmulator, port: AtPort
) -> Answer:
    """Register with this network and no other; `then_automatic`: else with any (mode 4).

    A network that is not heard leaves everything as it was; one that refuses leaves the modem
    unregistered, as it was told to use no other.
    """
    named = wanted.operator.casefold()
    operators = find_country(modem.state.network.country).operators
    heard = (
        one
        for one in operators
        if one == _serving(modem.state) or heard_technologies(modem.state, one)
    )
    operator = next((one for one in heard if _names(one)[style].casefold() == named), None)
    if operator is not None:
        manual = Selection(SelectionMode.MANUAL, operator.numeric, wanted.technology)
        modem.change(selection=manual)
        if registration(modem.state).status in IN_SERVICE:
            return ()
    if then_automatic:
        return _select_automatically(modem, port)
    raise CmeError(32 if operator else 30)


OPERATOR_SELECTION: Commands = {
    "+COPS": Command(execute=_set, read=_read, set=_set, test=_scan, most=4),
}
