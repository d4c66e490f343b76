"""The status line as QML shows it; derived from Screen.header and the path."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pcm.headunit.screen import Entry, Header, Screen
from pcm.ui.fonts import glyph
from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown

BARS = ("none", "low", "medium", "high", "full")
CRUMB = " \u203a "


@dataclass(frozen=True, slots=True)
class HeaderView:
    """Texts and signs of the status line; "" is not shown."""

    title: str = ""
    glyph: str = ""  # of the main menu shown, when there is no way back
    back: bool = False
    crumbs: str = ""
    clock: str = ""
    temperature: str = ""
    technology: str = ""
    bars: str = ""  # glyph
    roaming: bool = False
    path: str = ""
    path_glyph: str = ""
    no_data: str = ""
    bluetooth: bool = False
    carplay: bool = False
    call: str = ""
    user: str = ""
    initials: str = ""
    private: bool = False


def derive_header(screen: Screen) -> HeaderView:
    header = screen.header
    overlay = screen.overlay
    lit = next((key.icon for key in screen.keys if key.lit), "")
    title = (screen.drawer and screen.behind_title) or screen.title
    return HeaderView(
        title=overlay.title if isinstance(overlay, Entry) else title,
        glyph=glyph(lit),
        back=screen.back and (len(screen.path) > 1 or overlay is not None or not lit),
        crumbs=CRUMB.join(label for _, label in screen.path[:-1]),
        clock=header.clock,
        temperature=header.temperature,
        technology=header.technology,
        bars=derive_bars(header),
        roaming=header.roaming,
        path=header.path,
        path_glyph=glyph(header.path_icon) if header.path else "",
        no_data=header.no_data,
        bluetooth=header.bluetooth,
        carplay=header.carplay,
        call=header.call,
        user=header.user,
        initials=header.initials,
        private=header.private,
    )


def derive_bars(header: Header) -> str:
    """The glyph of the signal bars; "" when there is no radio to show."""
    return glyph(f"cell-signal-{BARS[header.bars]}") if header.bars >= 0 else ""


@for_qml
class HeaderModel(Snapshot[HeaderView]):
    """The status line for QML."""

    fields = tuple(HeaderView.__dataclass_fields__)

    titleChanged = Signal()
    title = shown(str, "title", titleChanged)
    glyphChanged = Signal()
    glyph = shown(str, "glyph", glyphChanged)
    backChanged = Signal()
    back = shown(bool, "back", backChanged)
    crumbsChanged = Signal()
    crumbs = shown(str, "crumbs", crumbsChanged)
    clockChanged = Signal()
    clock = shown(str, "clock", clockChanged)
    temperatureChanged = Signal()
    temperature = shown(str, "temperature", temperatureChanged)
    technologyChanged = Signal()
    technology = shown(str, "technology", technologyChanged)
    barsChanged = Signal()
    bars = shown(str, "bars", barsChanged)
    roamingChanged = Signal()
    roaming = shown(bool, "roaming", roamingChanged)
    pathChanged = Signal()
    path = shown(str, "path", pathChanged)
    pathGlyphChanged = Signal()
    pathGlyph = shown(str, "path_glyph", pathGlyphChanged)
    noDataChanged = Signal()
    noData = shown(str, "no_data", noDataChanged)
    bluetoothChanged = Signal()
    bluetooth = shown(bool, "bluetooth", bluetoothChanged)
    carplayChanged = Signal()
    carplay = shown(bool, "carplay", carplayChanged)
    callChanged = Signal()
    call = shown(str, "call", callChanged)
    userChanged = Signal()
    user = shown(str, "user", userChanged)
    initialsChanged = Signal()
    initials = shown(str, "initials", initialsChanged)
    privateChanged = Signal()
    private = shown(bool, "private", privateChanged)
