"""The hand and the notes of the crawler: what it did, saw, used; what was greyed; pictures.

Filled by the walk; `derive_unreached` reads them.
"""

from dataclasses import dataclass, field
from pathlib import Path

from menus.labels import load_labels
from menus.tree import Tree
from models.reasons import Reason
from models.texts import load_texts
from pcm.headunit.screen import Row, Screen
from pcm.headunit.session import Answer, Session
from pcm.headunit.view import View
from pcm.qa.crawl.answers import overlay_id, overlay_kind
from pcm.qa.crawl.found import EMPTY, SeenScreen


@dataclass(slots=True)
class Notes:
    """folder: where pictures go; None without pictures."""

    session: Session
    folder: Path | None = None
    world: str = ""
    screens: dict[str, SeenScreen] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    greyed: dict[str, dict[Reason, str]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)  # pages whose live list held something
    faults: dict[str, None] = field(default_factory=dict)
    verbs: int = 0
    _places: dict[str, str] = field(default_factory=dict)  # screen -> the entry it belongs to

    @property
    def tree(self) -> Tree:
        return self.session.setup.tree

    def do(self, line: str) -> Answer:
        """Carry out a verb line; a head unit that breaks is a fault, and the crawl goes on."""
        self.verbs += 1
        try:
            return self.session.do(line)
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            self.fault(f"{line} breaks the head unit: {error!r}")
            return Answer(False, repr(error))

    def see_page(self, lines: tuple[str, ...]) -> None:
        """The page on the screen."""
        screen, tree = self.session.screen, self.tree
        node = tree.node(screen.id)
        self.reached.add(screen.id)
        self.shown.update(row.id for row in screen.all_rows)
        if node.lists and any(row.id.startswith(f"{node.lists}_") for row in screen.rows):
            self.filled.add(screen.id)
        id_, kind = (
            (f"{screen.id}{EMPTY}", "empty") if screen.empty else (screen.id, str(node.kind))
        )
        if id_ not in self.screens:
            self._keep(id_, kind, screen.title, screen.id, lines)

    def see_overlay(self, lines: tuple[str, ...], row: str = "") -> None:
        """What is open; `row` opened it, without one it came by itself."""
        overlay = self.session.screen.overlay
        if overlay and (id_ := overlay_id(overlay)) not in self.screens:
            self._keep(id_, overlay_kind(overlay), overlay.title, row, lines)

    def grey(self, row: Row) -> None:
        told = self.greyed.setdefault(row.id, {})
        for shown in row.reasons:
            if shown.reason not in told:
                told[shown.reason] = self._in_english(shown.reason)

    def fault(self, text: str) -> None:
        self.faults[text] = None

    def ordered(self) -> tuple[SeenScreen, ...]:
        """In the order of the menus; what came by itself last."""
        order = {id_: number for number, id_ in enumerate(self.tree.ids())}
        found = self.screens.values()
        return tuple(
            sorted(found, key=lambda screen: order.get(self._places[screen.id], len(order)))
        )

    def label_path(self, id_: str) -> tuple[str, ...]:
        """The labels from the main menu down to an entry."""
        view, tree = self.session.unit.view, self.tree
        return tuple(view.label(tree.node(step)) for step in tree.path(id_))

    def _keep(self, id_: str, kind: str, title: str, origin: str, lines: tuple[str, ...]) -> None:
        screen, tree = self.session.screen, self.tree
        place = origin if origin in tree else screen.id
        source, assumed = tree.provenance(place) if origin else ((), "")
        labels = load_labels("en")
        self._places[id_] = place if origin else ""
        self.screens[id_] = SeenScreen(
            id_,
            kind,
            title,
            self.label_path(place) if origin else (),
            source,
            labels.text(f"assumed_{assumed}") if assumed else "",
            0 if screen.overlay else len(screen.all_rows),
            self.world,
            lines,
            self._picture(id_, screen),
        )

    def _picture(self, id_: str, screen: Screen) -> str:
        if self.folder is None or self.session.painter is None:
            return ""
        file = f"{id_}.png"
        self.session.painter(screen, self.folder / file)
        return file

    def _in_english(self, reason: Reason) -> str:
        unit = self.session.unit
        return View(unit.setup, unit.state, load_labels("en"), load_texts("en")).words(reason)
