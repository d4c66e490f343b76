"""What of the world outside is kept beside a head unit, so that both still fit after a restart.

It is not the head unit's own memory: a factory reset leaves it alone. Each end of `ENDS` has its
whole state in one frozen value, `state`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.car_state import CarState
from connectivity.outside.garage import PortalState
from connectivity.outside.handset import Handset, PhoneState
from connectivity.outside.modem.card_codes import locked_again
from connectivity.outside.modem.state import ModemState, SimCard
from pcm.headunit.memory.parts import adapter
from pcm.headunit.world import World

Cards = tuple[SimCard | None, tuple[SimCard, ...]]
"""The card in the slot, and those beside it."""


@dataclass(frozen=True, slots=True)
class End:
    """A far end that is kept.

    name: its field of World; kind: what is written; pack: its state -> that; unpack: (its state as
    delivered, what was written) -> its state.
    """

    name: str
    kind: Any
    pack: Callable[[Any], Any]
    unpack: Callable[[Any, Any], Any]


def _cards(modem: ModemState) -> Cards:
    """Without power: each asks for its PIN again; tries and PINs stay."""
    return modem.card and locked_again(modem.card), modem.drawer


def _with_cards(delivered: ModemState, cards: Cards) -> ModemState:
    return replace(delivered, card=cards[0], drawer=cards[1])


def _phones(state: PhoneState) -> PhoneState:
    """In the network of the start, no call, no cable to CarPlay; who was connected comes back."""
    phones = (
        replace(
            phone,
            returns=phone.returns or phone.name == state.connected,
            cable=phone.cable and phone.name != state.carplay,
            technology=Technology.LTE,
            bars=4,
            call=CallPhase.ENDED,
            number="",
            ended="",
            call_due=None,
        )
        for phone in state.handsets
    )
    return PhoneState(tuple(phones), state.held, state.pairing_number)


def _with_phones(delivered: PhoneState, kept: PhoneState) -> PhoneState:
    if kept.phone(kept.held) is None:
        raise ValueError(kept.held)
    new: tuple[Handset, ...] = tuple(p for p in delivered.handsets if not kept.phone(p.name))
    return replace(kept, handsets=(*kept.handsets, *new))


def _parked(car: CarState) -> CarState:
    """The car stands where it was left, off and unlocked."""
    off = CarState()
    return replace(
        car,
        ignition=off.ignition,
        speed_kmh=off.speed_kmh,
        lever=off.lever,
        handbrake=off.handbrake,
        locked=off.locked,
        doors_open=off.doors_open,
        mileage_km=float(int(car.mileage_km)),  # not a change each metre
    )


def _books(state: PortalState) -> PortalState:
    """What it has in its books; it can be reached again, and works as fast as it did at first."""
    return replace(state, up=True, works_s=0.0)


def _with_books(delivered: PortalState, kept: PortalState) -> PortalState:
    """The car on the desk must be among those that My Porsche knows."""
    if kept.vehicle(delivered.vehicles[0].vin) is None:
        raise ValueError(delivered.vehicles[0].vin)
    return replace(kept, works_s=delivered.works_s)


def _kept(_delivered: Any, kept: Any) -> Any:
    return kept


ENDS = (
    End("modem", Cards, _cards, _with_cards),
    End("phone", PhoneState, _phones, _with_phones),
    End("vehicle", CarState, _parked, _kept),
    End("portal", PortalState, _books, _with_books),
)


def write_end(end: End, state: Any) -> str:
    """The state of a far end as JSON."""
    return adapter(end.kind).dump_json(end.pack(state)).decode()


def put_back_outside(world: World, kept: Mapping[str, str]) -> None:
    """Put the ends of a new world into their kept state; raises ValueError as `put_back`."""
    ends = [(getattr(world, end.name), end) for end in ENDS if end.name in kept]
    states = [
        end.unpack(far.state, adapter(end.kind).validate_json(kept[end.name])) for far, end in ends
    ]
    for (far, _), state in zip(ends, states, strict=True):
        far.state = state
    world.phone.come_back()
