"""Puts the open overlay into words: dialog, entry, slider or progress."""

from pcm.headunit.bookings import details
from pcm.headunit.entries import LOCKED_WHILE_MOVING, complete, fields_of
from pcm.headunit.screen import Dialog, Entry, Overlay, Progress, Slider
from pcm.headunit.state import DialogState, EntryState, ProgressState, SliderState
from pcm.headunit.view import View

DOT = "•"


def shown_overlay(view: View) -> Overlay | None:
    """The overlay on top, as a value for the screen."""
    match view.state.overlay:
        case DialogState() as dialog:
            return _dialog(view, dialog)
        case EntryState() as entry:
            return _entry(view, entry)
        case SliderState(id=id_):
            return _slider(view, id_)
        case ProgressState(id=id_):
            say = view.texts.say
            return Progress(
                id_, say(f"progress.{id_}.title"), say(f"progress.{id_}.text"), say("button.cancel")
            )
        case None:
            return None


def _dialog(view: View, dialog: DialogState) -> Dialog:
    say, values = view.texts.say, {"mode": view.private_words, **dict(dialog.values)}
    if dialog.about:
        values |= details(view, dialog.about)
    key = f"dialog.{dialog.id}"
    return Dialog(
        id=dialog.id,
        title=say(f"{key}.title", **values),
        text=say(f"{key}.text", **values),
        ok=say(f"{key}.ok") if view.texts.has(f"{key}.ok") else say("button.ok"),
        cancel=_cancel(view, key) if dialog.can_cancel else "",
        warning=dialog.warning,
    )


def _cancel(view: View, key: str) -> str:
    own = f"{key}.cancel"
    return view.texts.say(own if view.texts.has(own) else "button.cancel")


def _entry(view: View, entry: EntryState) -> Entry:
    fields = fields_of(entry.purpose)
    field = fields[entry.step]
    typed = entry.typed[entry.step]
    say = view.texts.say
    locked = view.moving and entry.purpose in LOCKED_WHILE_MOVING
    tries = view.state.sim.card
    left = (tries.puk_tries if field.id == "sim_puk" else tries.pin_tries) if tries else 0
    last = entry.step + 1 == len(fields)
    return Entry(
        id=field.id,
        title=say(f"entry.{field.id}.title"),
        prompt=say(f"entry.{field.id}.prompt"),
        hint=say(f"entry.{field.id}.hint", tries=left),
        keypad=field.keypad,
        shown=DOT * len(typed) if field.secret else typed,
        boxes=field.boxes,
        secret=field.secret,
        ok=say("button.ok" if last else "button.next"),
        cancel=say("button.cancel" if entry.step == 0 else "button.previous"),
        ok_enabled=complete(field, typed) and not locked,
        problem=view.words(entry.problem) if entry.problem else "",
        locked=view.words(view.why_locked) if locked else "",
        step=entry.step + 1,
        steps=len(fields),
    )


def _slider(view: View, id_: str) -> Slider:
    node = view.setup.tree.node(id_)
    limits = node.limits
    assert limits is not None
    value = view.setting(node.setting_name)
    return Slider(
        id_,
        view.label(node),
        limits.low,
        limits.high,
        limits.step,
        int(value) if value is not None else limits.low,
        limits.unit,
        view.texts.say("button.ok"),
    )
