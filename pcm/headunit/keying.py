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
    _start_dialling(unit)
    entry = _open_entry(unit)
    field = fields_of(entry.purpose)[entry.step]
    _need_standstill(unit, entry)
    typed = entry.typed[entry.step]
    if entry.problem and field.keypad and len(typed) == field.longest:
        typed = ""  # what was refused gives way to the next try
    if not accepts(field, typed, text):
        strange = field.keypad and not all(accepts(field, "", sign) for sign in text)
        key = "digits_only" if strange else "too_long"
        raise RefusedError(Reason.of(key, longest=field.longest))
    unit.put_entry(replace(entry, typed=(*entry.typed[:-1], typed + text), problem=None))


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


def _start_dialling(unit: HeadUnit) -> None:
    """A digit of the number pad on the telephone page opens the number entry."""
    page = unit.setup.tree.node(unit.state.place.page)
    if page.layout is Layout.DIALPAD and not unit.state.overlay:
        unit.open_overlay(EntryState("number"))


def _open_entry(unit: HeadUnit) -> EntryState:
    overlay = unit.state.overlay
    if not isinstance(overlay, EntryState):
        raise RefusedError(Reason.of("nothing_to_type"))
    return overlay


def _need_standstill(unit: HeadUnit, entry: EntryState) -> None:
    if unit.view.moving and entry.purpose in LOCKED_WHILE_MOVING:
        raise RefusedError(unit.view.why_locked)
