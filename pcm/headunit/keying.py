"""Typing into the open keypad or keyboard, and stepping through the fields of an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from menus.node import Layout
from models.reasons import Reason
from pcm.headunit.entries import LOCKED_WHILE_MOVING, accepts, complete, fields_of
from pcm.headunit.errors import RefusedError
from pcm.headunit.state import EntryState
from pcm.headunit.submit import submit

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def type_text(unit: HeadUnit, text: str) -> None:
    """Add text to the open entry; RefusedError when any of its signs does not belong there."""
    reason, entry = why_not_typed(unit, text), _entry_to_type(unit)
    if reason or entry is None:
        raise RefusedError(reason or Reason.of("nothing_to_type"))
    if unit.state.overlay is None:
        unit.open_overlay(entry)
    typed = _typed_before(entry) + text
    unit.put_entry(replace(entry, typed=(*entry.typed[:-1], typed), problem=None))


def why_not_typed(unit: HeadUnit, text: str) -> Reason | None:
    """What is against typing this text now."""
    entry = _entry_to_type(unit)
    if entry is None:
        return Reason.of("nothing_to_type")
    if unit.view.moving and entry.purpose in LOCKED_WHILE_MOVING:
        return unit.view.why_locked
    field = fields_of(entry.purpose)[entry.step]
    if accepts(field, _typed_before(entry), text):
        return None
    strange = field.keypad and not all(accepts(field, "", sign) for sign in text)
    return Reason.of("digits_only" if strange else "too_long", longest=field.longest)


def erase(unit: HeadUnit) -> None:
    """Delete the last sign of the open entry."""
    entry = _open_entry(unit)
    unit.put_entry(replace(entry, typed=(*entry.typed[:-1], entry.typed[-1][:-1]), problem=None))


def confirm(unit: HeadUnit, entry: EntryState) -> None:
    """On to the next field, or submit; RefusedError while the field is incomplete."""
    fields = fields_of(entry.purpose)
    field = fields[entry.step]
    _need_standstill(unit, entry)
    if not complete(field, entry.typed[entry.step]):
        problem = Reason.of("incomplete", shortest=field.shortest)
        unit.put_entry(replace(entry, problem=problem))
        raise RefusedError(problem)
    if entry.step + 1 < len(fields):
        step = entry.step + 1
        unit.put_entry(replace(entry, typed=(*entry.typed, ""), step=step, problem=None))
    else:
        submit(unit, entry)


def step_back(unit: HeadUnit, entry: EntryState) -> None:
    """Back to the field before."""
    unit.put_entry(replace(entry, typed=entry.typed[:-1], step=entry.step - 1, problem=None))


def _entry_to_type(unit: HeadUnit) -> EntryState | None:
    """The open entry; on the telephone page a digit of its number pad opens that of a number."""
    page = unit.setup.tree.node(unit.state.place.page)
    if page.layout is Layout.DIALPAD and not unit.state.overlay:
        return EntryState("number")
    overlay = unit.state.overlay
    return overlay if isinstance(overlay, EntryState) else None


def _typed_before(entry: EntryState) -> str:
    """What stands in the field; what was refused gives way to the next try."""
    field, typed = fields_of(entry.purpose)[entry.step], entry.typed[entry.step]
    return "" if entry.problem and field.keypad and len(typed) == field.longest else typed


def _open_entry(unit: HeadUnit) -> EntryState:
    overlay = unit.state.overlay
    if not isinstance(overlay, EntryState):
        raise RefusedError(Reason.of("nothing_to_type"))
    return overlay


def _need_standstill(unit: HeadUnit, entry: EntryState) -> None:
    if unit.view.moving and entry.purpose in LOCKED_WHILE_MOVING:
        raise RefusedError(unit.view.why_locked)
