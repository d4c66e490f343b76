"""What a crawl found, as values: screens, what was not reached and why, faults."""

from dataclasses import dataclass

EMPTY = ".empty"
"""Behind the id of a page whose list held nothing."""
OVERLAYS = ("dialog", "entry", "slider", "progress")


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """One screen as it was seen first.

    kind: page, options, choice, empty (a page whose list held nothing) or one of OVERLAYS.
    lines: the verbs that lead there from the home screen of its world; of an overlay that comes
    by itself the verb it came with.
    """

    id: str  # of a page its menu id; of an empty one `messages.empty`; else `dialog.roaming_cost`
    kind: str
    title: str
    path: tuple[str, ...]
    source: tuple[str, ...]
    assumed: str
    rows: int
    world: str
    lines: tuple[str, ...]
    file: str = ""  # of the picture; "" without pictures

    @property
    def is_overlay(self) -> bool:
        return self.kind in OVERLAYS


@dataclass(frozen=True, slots=True)
class Unreached:
    """An entry of the menus that no world let the crawler use.

    fault: nothing stood against it, but no way led there.
    """

    id: str
    path: tuple[str, ...]
    why: str
    fault: bool = False


@dataclass(frozen=True, slots=True)
class VisitedWorld:
    """A world, and what of it this car does not have.

    left_out: verbs with the car's answer; why_not: why the car was not visited in it at all.
    """

    name: str
    words: str
    left_out: tuple[tuple[str, str], ...] = ()
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Crawl:
    """All that was found in one car. rows: ids of all that was touched, live lists included."""

    car: str
    name: str
    year: int
    pcm: str
    country: str
    language: str
    worlds: tuple[VisitedWorld, ...]
    screens: tuple[SeenScreen, ...]
    rows: frozenset[str]
    unreached: tuple[Unreached, ...]
    faults: tuple[str, ...]
    verbs: int

    @property
    def pages(self) -> int:
        """How many; one whose list was seen empty and filled counts once."""
        ids = {screen.id.removesuffix(EMPTY) for screen in self.screens if not screen.is_overlay}
        return len(ids)

    @property
    def overlays(self) -> int:
        return sum(screen.is_overlay for screen in self.screens)

    @property
    def sound(self) -> bool:
        """Nothing is wrong: what was not reached has a reason."""
        return not self.faults and not any(entry.fault for entry in self.unreached)
