"""An attempt to link or log in that is on its way to My Porsche: how it ends without an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.messages.portal import Abandon
from models.reasons import Reason
from pcm.headunit.state import EntryState, ProgressState
from pcm.headunit.submit import speaks_of_data

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def waiting_for(unit: HeadUnit) -> ProgressState | None:
    """The message that stands while an attempt is on its way."""
    return next((o for o in unit.state.overlays if isinstance(o, ProgressState)), None)


def give_up(unit: HeadUnit, waiting: ProgressState, problem: Reason) -> None:
    """The driver cancels, or the connection is gone; what was typed stays, with the reason."""
    _abandon(unit)
    unit.close(ProgressState)
    if waiting.entry:
        unit.open_overlay(replace(waiting.entry, problem=problem))


def lose(unit: HeadUnit) -> None:
    """The connection is gone."""
    waiting = waiting_for(unit)
    if waiting and unit.state.account.checking:
        give_up(unit, waiting, (*unit.view.data_path.why_none, Reason.of("no_data"))[0])


def regain(unit: HeadUnit) -> None:
    """Data are back: an open entry no longer says that they are missing."""
    overlay = unit.state.overlay
    if isinstance(overlay, EntryState) and speaks_of_data(overlay):
        unit.put_entry(replace(overlay, problem=None))


def drop(unit: HeadUnit) -> None:
    """The ignition went off; nobody is logged in later."""
    if unit.state.account.checking:
        _abandon(unit)


def _abandon(unit: HeadUnit) -> None:
    unit.wires.portal.send(Abandon())
    unit.change(account=replace(unit.state.account, checking=False))
