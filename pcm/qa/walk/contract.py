"""What every screen promises, whatever it shows: all can be read, nothing is grey for no reason."""

import json

from connectivity.vehicle import Power
from pcm.headunit.report import describe_state, screen_text, screen_value, words_on
from pcm.headunit.screen import Dialog
from pcm.headunit.session import Session
from pcm.qa.walk.invariant import Invariant


def _readable(session: Session) -> str:
    """Raises when something cannot be shown at all."""
    screen = session.screen
    json.dumps(describe_state(session))
    json.dumps(screen_value(screen))
    if not screen_text(screen) or not session.bench:
        return "nothing is shown"
    return "" if screen.off or words_on(screen) else "no words are on the screen"


def _labels(session: Session) -> str:
    bare = [row.id for row in session.screen.all_rows if not row.label]
    return f"without: {', '.join(bare)}" if bare else ""


def _grey(session: Session) -> str:
    for row in session.screen.all_rows:
        if row.enabled != (not row.reasons):
            return f"{row.id} is {'free, with a reason' if row.enabled else 'grey for no reason'}"
        if not all(reason.text for reason in row.reasons):
            return f"{row.id} has a reason without words"
    return ""


def _focus(session: Session) -> str:
    focus = session.screen.focus
    known = [row.id for row in session.screen.all_rows]
    return "" if focus == "" or focus in known else f"it stands on {focus}"


def _header(session: Session) -> str:
    header, active = session.screen.header, session.unit.view.data_path.active
    path = session.unit.view.texts.say(f"path_short.{active.value}") if active else ""
    if header.path == path and bool(header.no_data) != bool(path):
        return ""
    return f"path {header.path!r}, no data {header.no_data!r}"


def _signs(session: Session) -> str:
    header, state = session.screen.header, session.unit.state
    private = session.unit.view.setting("private_mode") is True
    pairs = {
        "Bluetooth": (header.bluetooth, state.phone.connected),
        "CarPlay": (header.carplay, state.phone.carplay),
        "private mode": (header.private, private),
    }
    wrong = [name for name, (shown, right) in pairs.items() if shown is not right]
    return f"wrong: {', '.join(wrong)}" if wrong else ""


def _overlay(session: Session) -> str:
    overlay = session.screen.overlay
    if overlay is None:
        return ""
    if isinstance(overlay, Dialog) and not (overlay.text and overlay.ok):
        return f"{overlay.id} has no text or no button"
    return "" if overlay.title else f"{overlay.id} has no title"


def _places(session: Session) -> str:
    pages = [place.page for place in session.unit.state.places]
    strange = [page for page in pages if page not in session.setup.tree]
    if pages[:1] == ["home"] and not strange and pages[-1] == session.screen.id:
        return ""
    return f"the way is {' > '.join(pages)}, shown is {session.screen.id}"


def _dark(session: Session) -> str:
    off = session.unit.state.vehicle.power is Power.OFF
    return "" if session.screen.off is off else f"ignition {'off' if off else 'on'}"


def _language(session: Session) -> str:
    state = session.unit.state
    chosen = state.settings.get("language")
    if session.screen.language == state.language and chosen == f"language_{state.language}":
        return ""
    return f"the screen is {session.screen.language}, chosen is {chosen}"


CONTRACT = (
    Invariant("contract", "all that is shown can be read", _readable),
    Invariant("contract", "every row has a label", _labels),
    Invariant("contract", "a row is grey with a reason, and only then", _grey),
    Invariant("contract", "the knob stands on a row of the screen", _focus),
    Invariant("contract", "the header shows the data path, or why there is none", _header),
    Invariant("contract", "the signs of the header are those of the state", _signs),
    Invariant("contract", "what is open has a title, words and a button", _overlay),
    Invariant("contract", "the way begins at home and ends at the page shown", _places),
    Invariant("contract", "the screen is dark with the ignition off, and only then", _dark),
    Invariant("R-LANG-1", "the screen is in the language chosen", _language),
)
