"""Where the driver is: pages on the way from home, and moving between them. Pure."""

from dataclasses import replace

from menus.node import Kind, Node
from menus.tree import Tree
from pcm.headunit.state import Place, UnitState

HOME = Place("home")
PAGES = (Kind.PAGE, Kind.OPTIONS, Kind.CHOICE)


def go_home(state: UnitState) -> UnitState:
    return replace(state, places=(HOME,))


def open_main(state: UnitState, main: str) -> UnitState:
    """A hard key: from anywhere to that main menu."""
    return replace(state, places=(HOME, Place(main)))


def open_page(state: UnitState, page: str) -> UnitState:
    """A touched row leads to its page; the way back comes by the row."""
    if state.place.page == page:
        return state
    here = replace(state.place, focus=page)
    return replace(state, places=(*state.places[:-1], here, Place(page)))


def go_back(state: UnitState) -> UnitState:
    """One page back; home stays home."""
    return replace(state, places=state.places[:-1]) if len(state.places) > 1 else state


def focus_on(state: UnitState, row: str) -> UnitState:
    return replace(state, places=(*state.places[:-1], replace(state.place, focus=row)))


def rows_of(page: Node) -> tuple[Node, ...]:
    """The fixed rows of a page, without its options."""
    return tuple(row for row in page.rows if row.kind is not Kind.OPTIONS)


def options_near(tree: Tree, state: UnitState) -> str | None:
    """The option list that OPT opens: of this page or of the nearest page on the way here."""
    for place in reversed(state.places):
        options = tree.options_of(place.page)
        if options:
            return options.id
    return None


def main_of(state: UnitState) -> str:
    """The main menu we are in; "home" on the home screen."""
    return state.places[1].page if len(state.places) > 1 else HOME.page
