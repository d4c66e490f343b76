"""How the crawler answers what is open: every button of a dialog, the right words in an entry."""

from collections.abc import Iterator

from pcm.headunit.procedure import RIGHT_ANSWERS
from pcm.headunit.screen import Dialog, Entry, Overlay, Progress, Slider

Lines = tuple[str, ...]

TYPED = {
    **RIGHT_ANSWERS,
    "sim_puk": "@puk",
    "sim_new_pin": "2580",
    "number": "0555550147",
    "destination": "Firenze",
}
"""Field of an entry -> what is typed into it."""


def answers_to(overlay: Overlay) -> Iterator[Lines]:
    """The ways on from an overlay, each as verb lines."""
    match overlay:
        case Dialog(cancel=cancel):
            yield ("ok",)
            if cancel:
                yield ("cancel",)
        case Entry(id=field):
            yield f"type {TYPED[field]}", "ok"
            yield ("cancel",)
        case Slider(low=low, high=high, value=value):
            yield f"set {high}", f"set {low}", f"set {value}", "ok"
        case Progress():
            yield ("cancel",)


def overlay_id(overlay: Overlay) -> str:
    """`dialog.roaming_cost`: a dialog may have the id of a page."""
    return f"{overlay_kind(overlay)}.{overlay.id}"


def overlay_kind(overlay: Overlay) -> str:
    return type(overlay).__name__.lower()
