"""The two rotary knobs: the right one moves focus and sliders, the left one is the volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reasons import Reason
from pcm.headunit import navigator
from pcm.headunit.errors import RefusedError
from pcm.headunit.rows import derive_focus, derive_row_names
from pcm.headunit.state import SliderState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

VOLUME_AT_FIRST, LOUDEST = 12, 40  # assumed


def turn(unit: HeadUnit, steps: int) -> None:
    """Move the slider, or the focus when nothing lies over the page."""
    overlay = unit.state.overlay
    if isinstance(overlay, SliderState):
        node = unit.setup.tree.node(overlay.id)
        step = node.limits.step if node.limits else 1
        set_slider(unit, int(unit.state.settings[node.setting_name]) + steps * step)
    elif overlay is None:
        _move_focus(unit, steps)


def press(unit: HeadUnit) -> None:
    """Ok in an overlay, else touch the row in focus."""
    if unit.state.overlay:
        unit.ok()
    elif focus := derive_focus(unit.view):
        unit.tap(focus)


def set_slider(unit: HeadUnit, value: int) -> None:
    """Set the open slider to its nearest step; RefusedError when none is open."""
    overlay = unit.state.overlay
    if not isinstance(overlay, SliderState):
        raise RefusedError(Reason.of("no_slider"))
    node = unit.setup.tree.node(overlay.id)
    if node.limits:
        limits = node.limits
        value = nearest_step(limits.low, limits.high, limits.step, value)
        unit.set_plain(node.setting_name, value)


def nearest_step(low: int, high: int, step: int, value: int) -> int:
    """Where a slider stands that is set to a value."""
    return max(low, min(high, low + round((value - low) / step) * step))


def change_volume(unit: HeadUnit, steps: int) -> None:
    """Louder or quieter by so many steps."""
    now = unit.state.settings.get("volume", VOLUME_AT_FIRST)
    level = max(0, min(LOUDEST, (now if isinstance(now, int) else VOLUME_AT_FIRST) + steps))
    unit.set_plain("volume", level)
    unit.say(Reason.of("volume", level=level))


def mute(unit: HeadUnit) -> None:
    """Sound off, or on again."""
    muted = not unit.state.settings.get("muted", False)
    unit.set_plain("muted", muted)
    unit.say(Reason.of("muted" if muted else "unmuted"))


def _move_focus(unit: HeadUnit, steps: int) -> None:
    rows = list(derive_row_names(unit.view))
    options = unit.setup.tree.options_of(unit.state.place.page)
    if options and unit.setup.generation.pcm == "4.0":
        rows.remove(options.id)  # reached by the key OPT alone
    if rows:
        focus = derive_focus(unit.view)
        now = rows.index(focus) if focus in rows else 0
        row = rows[max(0, min(len(rows) - 1, now + steps))]
        unit.state = navigator.focus_on(unit.state, row)
