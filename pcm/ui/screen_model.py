"""The display for QML: one Screen in, properties and lists out, touches back as verb lines (signal
`acted`).

Made by app.py and the pictures; `show` is called whenever the head unit has a new Screen.
"""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot

from menus.node import Kind, Layout
from pcm.headunit.screen import Key, Row, Screen
from pcm.ui.face_data import word
from pcm.ui.fonts import glyph
from pcm.ui.for_qml import for_qml
from pcm.ui.header_model import HeaderModel, HeaderView, derive_header
from pcm.ui.keyboard_model import KeyboardModel
from pcm.ui.overlay_model import NONE, OverlayModel, OverlayView, derive_overlay, derive_slid
from pcm.ui.row_model import (
    KeyView,
    LineView,
    RowsModel,
    RowView,
    derive_key,
    derive_line,
    derive_rows,
)
from pcm.ui.snapshot import Snapshot, shown

DRAWER = "drawer"
TILES, HOME = Layout.TILES.value, Layout.HOME.value
PAGES = (*(layout.value for layout in Layout), DRAWER)  # each keeps its rows while another is shown
COMPACT = "4.0"  # the generation with the 800x480 display; all others have 1920x720
COLOURED = "6.0"  # the generation with user and status pill in its header


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What the page itself shows, besides its lists."""

    title: str = ""
    page: str = "list"
    columns: int = 4
    home_columns: int = 4
    focus_index: int = -1
    drawer: bool = False
    behind_page: str = ""  # the page seen dimmed under the drawer; "" when none is open
    toast: str = ""
    empty: str = ""
    panel_title: str = ""
    panel_note: str = ""
    has_panel: bool = False
    options_name: str = ""
    options_label: str = ""
    options_focused: bool = False
    options_locked: bool = False
    hero_name: str = ""
    hero_label: str = ""
    hero_text: str = ""
    hero_detail: str = ""
    hero_glyph: str = ""
    hero_focused: bool = False
    night: bool = True
    off: bool = False
    bar_count: int = 0
    wide: bool = False
    coloured: bool = False
    back_word: str = ""
    erase_word: str = ""
    shift_word: str = ""
    space_word: str = ""
    less_word: str = ""
    more_word: str = ""
    letters_word: str = ""
    symbols_word: str = ""
    name: str = ""  # last: a new page scrolls to its top when all else of it is shown


def derive_screen(screen: Screen, old: ScreenView) -> ScreenView:
    """The page's own properties; what only a page out of sight needs stays as it is in `old`."""
    behind_page = derive_behind_page(screen)
    page = behind_page or derive_page(screen)
    rows = screen.behind if behind_page else screen.rows
    hero = find_hero(rows, page)
    panel, options = screen.panel, screen.options
    language = screen.language
    return ScreenView(
        name=screen.id,
        title=screen.title,
        page=derive_page(screen),
        columns=derive_columns(screen, len(rows)) if page == TILES else old.columns,
        home_columns=derive_columns(screen, len(rows)) if page == HOME else old.home_columns,
        focus_index=next(
            (i for i, row in enumerate(shown_rows(screen)) if row.id == screen.focus), -1
        ),
        drawer=screen.drawer,
        behind_page=behind_page,
        toast=screen.toast,
        empty="" if screen.rows else screen.empty,
        panel_title=panel.title if panel else "",
        panel_note=panel.note if panel else "",
        has_panel=panel is not None,
        options_name=options.id if options else "",
        options_label=options.label if options else "",
        options_focused=options is not None and options.id == screen.focus,
        options_locked=options is not None and not options.enabled,
        hero_name=hero.id if hero else "",
        hero_label=hero.label if hero else "",
        hero_text=hero.text if hero else "",
        hero_detail=hero.detail if hero else "",
        hero_glyph=glyph(hero.icon) if hero else "",
        hero_focused=hero is not None and hero.id == screen.focus,
        night=screen.night,
        off=screen.off,
        bar_count=len(bar_keys(screen)),
        wide=screen.pcm != COMPACT,
        coloured=screen.pcm == COLOURED,
        back_word=word("back", language),
        erase_word=word("erase", language),
        shift_word=word("shift", language),
        space_word=word("space", language),
        less_word=word("less", language),
        more_word=word("more", language),
        letters_word=word("letters", language),
        symbols_word=word("symbols", language),
    )


def derive_page(screen: Screen) -> str:
    """How the page is drawn. An option list is a drawer on the small display, a plain page on a
    wide one.
    """
    if screen.drawer:
        return DRAWER if screen.pcm == COMPACT else Layout.LIST.value
    return screen.layout.value


def derive_behind_page(screen: Screen) -> str:
    """How the page under the drawer is drawn; "" when no drawer is open."""
    open_ = derive_page(screen) == DRAWER and bool(screen.behind)
    return screen.behind_layout.value if open_ else ""


def derive_columns(screen: Screen, tiles: int) -> int:
    """Tiles in a row: two rows of tiles fill the page, so that up to ten are seen at once."""
    few = 3 if screen.pcm == COMPACT else 4
    return min(5, max(few, (tiles + 1) // 2))


def find_hero(rows: tuple[Row, ...], page: str) -> Row | None:
    """The row that a player or dial page shows large: its first value."""
    if page not in (Layout.PLAYER.value, Layout.DIALPAD.value):
        return None
    return next((row for row in rows if row.kind is Kind.VALUE), None)


def shown_rows(screen: Screen) -> tuple[Row, ...]:
    """The rows of the list: all but the one shown large."""
    return without_hero(screen.rows, derive_page(screen))


def without_hero(rows: tuple[Row, ...], page: str) -> tuple[Row, ...]:
    hero = find_hero(rows, page)
    return tuple(row for row in rows if row is not hero)


@for_qml
class ScreenModel(Snapshot[ScreenView]):
    """The display for QML."""

    fields = tuple(ScreenView.__dataclass_fields__)
    acted = Signal(str)  # a verb line
    aheadChanged = Signal()
    pageScrolled = Signal(int, arguments=["direction"])  # by the keyboard, to the list shown

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ScreenView(), parent)
        self._header = HeaderModel(HeaderView(), self)
        self._overlay = OverlayModel(NONE, self)
        self._keyboard = KeyboardModel(self)
        self._rows = {page: RowsModel(RowView, self) for page in PAGES}
        self._ahead = False
        self._bar = RowsModel(KeyView, self)
        self._lines = RowsModel(LineView, self)
        self._screen: Screen | None = None
        self._sources = False

    def show_screen(self, screen: Screen) -> None:
        """Take over a new Screen."""
        if screen is self._screen:
            return
        self._screen = screen
        overlay = derive_overlay(screen.overlay)
        self._open_keyboard(overlay, screen.language)
        view = derive_screen(screen, self.shown)
        self._show_rows(screen, view.behind_page)
        self._header.show(derive_header(screen))
        self.show(view)
        self._overlay.show(overlay)

    def build_ahead(self) -> None:
        """There is time: build the pages that have not been shown yet."""
        self._ahead = True
        self.aheadChanged.emit()

    def show_sources(self, on: bool) -> None:
        """Show or hide where each row comes from."""
        if on != self._sources:
            self._sources = on
            if self._screen:
                self._show_rows(self._screen, self.shown.behind_page)

    def _show_rows(self, screen: Screen, behind_page: str) -> None:
        rows = derive_rows(shown_rows(screen), screen.focus, self._sources)
        self._rows[derive_page(screen)].show(rows)
        if behind_page:
            behind = without_hero(screen.behind, behind_page)
            self._rows[behind_page].show(derive_rows(behind))
        self._bar.show([derive_key(key) for key in bar_keys(screen)])
        lines = screen.panel.lines if screen.panel else ()
        self._lines.show([derive_line(line) for line in lines])

    def _open_keyboard(self, overlay: OverlayView, language: str) -> None:
        before = self._overlay.shown
        if overlay.kind == "keyboard" and (before.kind, before.name) != (
            overlay.kind,
            overlay.name,
        ):
            self._keyboard.open(language)

    @Slot(str)
    def tap(self, name: str) -> None:
        self.acted.emit(f"tap {name}")

    @Slot(str)
    def press(self, caption: str) -> None:
        self.acted.emit(f"key {caption}")

    @Slot()
    def goBack(self) -> None:
        self.acted.emit("back")

    @Slot()
    def confirm(self) -> None:
        self.acted.emit("ok")

    @Slot()
    def cancel(self) -> None:
        self.acted.emit("cancel")

    @Slot()
    def erase(self) -> None:
        self.acted.emit("erase")

    @Slot(str)
    def enter(self, characters: str) -> None:
        self.acted.emit(f"type {characters}")
        self._keyboard.typed()

    @Slot(int)
    def set(self, value: int) -> None:
        self.acted.emit(f"set {value}")

    @Slot(float)
    def slide(self, share: float) -> None:
        """The track of the slider is touched at `share` (0 to 1) of its length."""
        value = derive_slid(self._overlay.shown, share)
        if value != self._overlay.shown.value:
            self.set(value)

    @Slot(int)
    def scrollPage(self, direction: int) -> None:
        self.pageScrolled.emit(direction)

    header = Property(HeaderModel, attrgetter("_header"), constant=True)
    overlay = Property(OverlayModel, attrgetter("_overlay"), constant=True)
    keyboard = Property(KeyboardModel, attrgetter("_keyboard"), constant=True)
    listRows = Property(QObject, lambda self: self._rows["list"], constant=True)
    tileRows = Property(QObject, lambda self: self._rows["tiles"], constant=True)
    homeRows = Property(QObject, lambda self: self._rows["home"], constant=True)
    mapRows = Property(QObject, lambda self: self._rows["map"], constant=True)
    playerRows = Property(QObject, lambda self: self._rows["player"], constant=True)
    dialRows = Property(QObject, lambda self: self._rows["dialpad"], constant=True)
    drawerRows = Property(QObject, lambda self: self._rows["drawer"], constant=True)
    ahead = Property(bool, attrgetter("_ahead"), notify=aheadChanged)
    bar = Property(QObject, attrgetter("_bar"), constant=True)
    lines = Property(QObject, attrgetter("_lines"), constant=True)
    nameChanged = Signal()
    name = shown(str, "name", nameChanged)
    titleChanged = Signal()
    title = shown(str, "title", titleChanged)
    pageChanged = Signal()
    page = shown(str, "page", pageChanged)
    homeColumnsChanged = Signal()
    homeColumns = shown(int, "home_columns", homeColumnsChanged)
    columnsChanged = Signal()
    columns = shown(int, "columns", columnsChanged)
    focusIndexChanged = Signal()
    focusIndex = shown(int, "focus_index", focusIndexChanged)
    drawerChanged = Signal()
    drawer = shown(bool, "drawer", drawerChanged)
    behindPageChanged = Signal()
    behindPage = shown(str, "behind_page", behindPageChanged)
    toastChanged = Signal()
    toast = shown(str, "toast", toastChanged)
    emptyChanged = Signal()
    empty = shown(str, "empty", emptyChanged)
    panelTitleChanged = Signal()
    panelTitle = shown(str, "panel_title", panelTitleChanged)
    panelNoteChanged = Signal()
    panelNote = shown(str, "panel_note", panelNoteChanged)
    hasPanelChanged = Signal()
    hasPanel = shown(bool, "has_panel", hasPanelChanged)
    optionsNameChanged = Signal()
    optionsName = shown(str, "options_name", optionsNameChanged)
    optionsLabelChanged = Signal()
    optionsLabel = shown(str, "options_label", optionsLabelChanged)
    optionsFocusedChanged = Signal()
    optionsFocused = shown(bool, "options_focused", optionsFocusedChanged)
    optionsLockedChanged = Signal()
    optionsLocked = shown(bool, "options_locked", optionsLockedChanged)
    heroNameChanged = Signal()
    heroName = shown(str, "hero_name", heroNameChanged)
    heroLabelChanged = Signal()
    heroLabel = shown(str, "hero_label", heroLabelChanged)
    heroTextChanged = Signal()
    heroText = shown(str, "hero_text", heroTextChanged)
    heroGlyphChanged = Signal()
    heroGlyph = shown(str, "hero_glyph", heroGlyphChanged)
    heroFocusedChanged = Signal()
    heroFocused = shown(bool, "hero_focused", heroFocusedChanged)
    heroDetailChanged = Signal()
    heroDetail = shown(str, "hero_detail", heroDetailChanged)
    nightChanged = Signal()
    night = shown(bool, "night", nightChanged)
    barCountChanged = Signal()
    barCount = shown(int, "bar_count", barCountChanged)
    offChanged = Signal()
    off = shown(bool, "off", offChanged)
    wideChanged = Signal()
    wide = shown(bool, "wide", wideChanged)
    colouredChanged = Signal()
    coloured = shown(bool, "coloured", colouredChanged)
    backWordChanged = Signal()
    backWord = shown(str, "back_word", backWordChanged)
    eraseWordChanged = Signal()
    eraseWord = shown(str, "erase_word", eraseWordChanged)
    shiftWordChanged = Signal()
    shiftWord = shown(str, "shift_word", shiftWordChanged)
    spaceWordChanged = Signal()
    spaceWord = shown(str, "space_word", spaceWordChanged)
    lessWordChanged = Signal()
    lessWord = shown(str, "less_word", lessWordChanged)
    moreWordChanged = Signal()
    moreWord = shown(str, "more_word", moreWordChanged)
    lettersWordChanged = Signal()
    lettersWord = shown(str, "letters_word", lettersWordChanged)
    symbolsWordChanged = Signal()
    symbolsWord = shown(str, "symbols_word", symbolsWordChanged)


def bar_keys(screen: Screen) -> tuple[Key, ...]:
    """The keys drawn inside the display: the side bar of the wide canvases."""
    if screen.pcm == COMPACT:
        return ()
    return tuple(key for key in screen.keys if key.side == "left")
