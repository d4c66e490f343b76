"""The status line as QML shows it; derived from Screen.header and the path."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from menus.node import Layout
from pcm.headunit.screen import Entry, Header, Screen
from pcm.ui.face_data import word
from pcm.ui.fonts import glyph
from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown

PAID_ROAMING = "sim-card"  # sign of the inserted SIM, the only path whose roaming costs
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
    roaming: str = ""  # word
    roaming_costs: bool = False
    path: str = ""
    path_glyph: str = ""
    no_data: str = ""
    bluetooth: bool = False
    battery: str = ""  # glyph, of the phone
    carplay: bool = False
    call: str = ""
    user: str = ""
    initials: str = ""
    private: bool = False
    user_target: str = ""
    user_name: str = ""  # spoken: who is logged in, else what a touch does
    sign_in: str = ""  # shown on the home screen when nobody is logged in
    status_target: str = ""
    status_name: str = ""


def derive_header(screen: Screen) -> HeaderView:
    header = screen.header
    overlay, language = screen.overlay, screen.language
    sign_in = word("sign_in", language) if header.user_target and not header.user else ""
    roaming = word("roaming", language) if header.roaming else ""
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
        roaming=roaming,
        roaming_costs=header.roaming and header.path_icon == PAID_ROAMING,
        path=header.path,
        path_glyph=glyph(header.path_icon) if header.path else "",
        no_data=header.no_data,
        bluetooth=header.bluetooth,
        battery=derive_battery(header),
        carplay=header.carplay,
        call=header.call,
        user=header.user,
        initials=header.initials,
        private=header.private,
        user_target=header.user_target,
        user_name=header.user or sign_in,
        sign_in=sign_in if screen.layout is Layout.HOME else "",
        status_target=header.status_target,
        status_name=", ".join(
            part
            for part in (
                word("status", language),
                header.path or header.no_data,
                roaming,
                header.technology,
            )
            if part
        ),
    )


def derive_bars(header: Header) -> str:
    """The glyph of the signal bars; "" when there is no radio to show."""
    return glyph(f"cell-signal-{BARS[header.bars]}") if header.bars >= 0 else ""


def derive_battery(header: Header) -> str:
    """The glyph of the phone's battery; "" when no phone tells it."""
    if header.phone_battery < 0:
        return ""
    level = next(name for limit, name in BATTERY if header.phone_battery >= limit)
    return glyph("battery-charging" if header.phone_charging else f"battery-{level}")


BATTERY = ((85, "full"), (50, "high"), (20, "medium"), (5, "low"), (0, "empty"))
"""From how many percent on a glyph is shown (assumed)."""


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
    roaming = shown(str, "roaming", roamingChanged)
    roamingCostsChanged = Signal()
    roamingCosts = shown(bool, "roaming_costs", roamingCostsChanged)
    pathChanged = Signal()
    path = shown(str, "path", pathChanged)
    pathGlyphChanged = Signal()
    pathGlyph = shown(str, "path_glyph", pathGlyphChanged)
    noDataChanged = Signal()
    noData = shown(str, "no_data", noDataChanged)
    batteryChanged = Signal()
    battery = shown(str, "battery", batteryChanged)
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
    userTargetChanged = Signal()
    userTarget = shown(str, "user_target", userTargetChanged)
    userNameChanged = Signal()
    userName = shown(str, "user_name", userNameChanged)
    signInChanged = Signal()
    signIn = shown(str, "sign_in", signInChanged)
    statusTargetChanged = Signal()
    statusTarget = shown(str, "status_target", statusTargetChanged)
    statusNameChanged = Signal()
    statusName = shown(str, "status_name", statusNameChanged)
