"""What follows from a modem's state: where it is registered, whether data is attached. Pure."""

from dataclasses import replace

from connectivity.messages.modem import CardLock, Registered, Registration
from connectivity.messages.telephony import CallPhase, Technology
from connectivity.networks import Operator, find_country
from connectivity.outside.modem.state import (
    Context,
    Functionality,
    ModemState,
    SelectionMode,
    SimCard,
)

IN_SERVICE = (Registered.HOME, Registered.ROAMING)
_ORDER = tuple(Technology)
_LTE_OR_NEWER = (Technology.LTE, Technology.NR)


def radio(state: ModemState) -> Technology | None:
    """The technology the modem hears; None: no coverage, or its radio is off."""
    heard = state.network.technology
    if heard is None or state.functionality is not Functionality.FULL:
        return None
    newest = min(heard, state.best, key=_ORDER.index)
    wanted = state.selection.technology or newest
    return wanted if _ORDER.index(wanted) <= _ORDER.index(newest) else None


def open_card(state: ModemState) -> SimCard | None:
    """The card in the slot when it may be used: powered, and no PIN is missing."""
    card = state.card
    powered = state.functionality is not Functionality.MINIMUM
    return card if card and powered and card.lock is CardLock.READY else None


def admits(card: SimCard, country: str, operator: Operator) -> bool:
    """Whether the operator lets the card in: its own at home, a roaming partner abroad."""
    if card.home == country:
        return operator == find_country(country).operators[0]
    return operator.partner


def chosen_operator(state: ModemState) -> Operator | None:
    """The network the modem tries; None: the one that was chosen by hand is not here."""
    operators, card = find_country(state.network.country).operators, open_card(state)
    if state.selection.mode is SelectionMode.MANUAL:
        wanted = state.selection.operator
        return next((one for one in operators if one.numeric == wanted), None)
    open_to = (one for one in operators if card and admits(card, state.network.country, one))
    return next(open_to, operators[0])


def registration(state: ModemState) -> Registration:
    """Circuit-switched registration, as +CREG tells it."""
    card, technology = open_card(state), radio(state)
    if card is None or state.functionality is not Functionality.FULL:
        return Registration()
    if state.selection.mode is SelectionMode.DEREGISTERED:
        return Registration()
    operator, network = chosen_operator(state), state.network
    if technology is None or operator is None:
        return Registration(Registered.SEARCHING)
    if not admits(card, network.country, operator):
        return Registration(Registered.DENIED)
    status = Registered.HOME if card.home == network.country else Registered.ROAMING
    return Registration(status, operator.name, network.country, technology, network.bars)


def packet_status(state: ModemState) -> Registered:
    """Packet-switched registration: a subscription without data is refused."""
    status, card = registration(state).status, open_card(state)
    denied = status in IN_SERVICE and card is not None and not card.has_data
    return Registered.DENIED if denied else status


def attached(state: ModemState) -> bool:
    """Packet data is attached: asked for, and granted by the network."""
    return state.wants_data and packet_status(state) in IN_SERVICE


def suspended(state: ModemState) -> bool:
    """A call keeps packet data waiting: on 2G, or where LTE must fall back to 2G for it."""
    card, technology = state.card, radio(state)
    if state.call not in (CallPhase.ACTIVE, CallPhase.DIALLING):
        return False
    falls_back = technology in _LTE_OR_NEWER and card is not None and not card.voice_and_data
    return technology is Technology.GSM or falls_back


def settle(before: ModemState, after: ModemState) -> ModemState:
    """The state with its contexts as the attach leaves them.

    Detached, no context is active; attaching to LTE brings up the first one (TS 23.401, 5.3.2).
    """
    if not attached(after):
        if any(context.active for context in after.contexts):
            contexts = tuple(replace(context, active=False) for context in after.contexts)
            return replace(after, contexts=contexts)
        return after
    if attached(before) or radio(after) not in _LTE_OR_NEWER:
        return after
    first, *others = after.contexts or (Context(1),)
    return replace(after, contexts=(replace(first, active=True), *others))
