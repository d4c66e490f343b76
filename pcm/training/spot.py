"""Where the driver of a head unit is, as far as lessons tell places apart."""

from __future__ import annotations

from dataclasses import dataclass

from pcm.headunit.entries import fields_of
from pcm.headunit.state import DialogState, EntryState, UnitState


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the driver is: a page, and what lies over it."""

    page: str
    overlay: str = ""


def derive_spot(state: UnitState) -> Spot:
    """Where a head unit is now."""
    match state.overlay:
        case None:
            return Spot(state.place.page)
        case EntryState(purpose=purpose, step=step):
            return Spot(state.place.page, f"{purpose} {step}")
        case DialogState(id=id_, about=about):
            return Spot(state.place.page, f"{id_} {about}")
        case overlay:
            return Spot(state.place.page, overlay.id)


@dataclass(frozen=True, slots=True)
class Here:
    """Where the driver is and what stands in the open entry.

    standing: the same, but a refused code is none any more: it gives way to the next sign.
    """

    spot: Spot
    typed: str = ""
    standing: str = ""


def derive_here(state: UnitState) -> Here:
    """Where the driver of a head unit is now."""
    entry, spot = state.overlay, derive_spot(state)
    if not isinstance(entry, EntryState):
        return Here(spot)
    typed, longest = entry.typed[entry.step], fields_of(entry.purpose)[entry.step].longest
    refused = entry.problem and len(typed) == longest
    return Here(spot, typed, "" if refused else typed)
