"""Derives the Screen from a View: the page with its rows, header, keys and overlay.

Pure, and the only maker of Screens.
"""

from connectivity.vehicle import Power
from menus.node import Kind, Layout
from pcm.headunit import navigator
from pcm.headunit.header import derive_header
from pcm.headunit.overlays import shown_overlay
from pcm.headunit.panels import derive_panel
from pcm.headunit.rows import derive_focus, derive_path, derive_row, page_rows
from pcm.headunit.screen import Key, Screen
from pcm.headunit.view import View


def derive_screen(view: View) -> Screen:
    """What the driver sees now."""
    tree, state = view.setup.tree, view.state
    page = tree.node(state.place.page)
    options = tree.options_of(page.id)
    rows = page_rows(view, page)
    drawer = page.kind is Kind.OPTIONS and view.setup.generation.pcm == "4.0"
    behind = tree.node(state.places[-2].page) if drawer else None
    toast = state.toast
    return Screen(
        id=page.id,
        title=view.label(page),
        path=derive_path(view),
        layout=page.layout,
        header=derive_header(view),
        rows=rows,
        focus=derive_focus(view),
        keys=derive_keys(view),
        options=derive_row(view, options) if options else None,
        overlay=shown_overlay(view),
        toast=view.words(toast.reason) if toast else "",
        panel=derive_panel(view, page),
        empty="" if rows else view.texts.say("list.empty"),
        back=len(state.places) > 1 or bool(state.overlays),
        drawer=drawer,
        behind=page_rows(view, behind) if behind else (),
        behind_title=view.label(behind) if behind else "",
        behind_layout=behind.layout if behind else Layout.LIST,
        night=night(view),
        off=state.vehicle.power is Power.OFF,
        language=state.language,
        pcm=view.setup.generation.pcm,
    )


def night(view: View) -> bool:
    """Night design: as set, else as the car says."""
    wanted = view.setting("day_night")
    if wanted in ("day_night_day", "day_night_night"):
        return wanted == "day_night_night"
    return view.state.vehicle.dark


def derive_keys(view: View) -> tuple[Key, ...]:
    """The keys that lead somewhere in this car, in drawing order."""
    tree, by_key = view.setup.tree, view.setup.main_of_key
    main = navigator.main_of(view.state)
    on_options = tree.node(view.state.place.page).kind is Kind.OPTIONS
    on = view.state.vehicle.power is Power.ON
    lit = {"HOME": on and main == navigator.HOME.page, "BACK": False, "OPT": on and on_options}
    lit |= {caption: on and id_ == main for caption, id_ in by_key.items()}
    return tuple(
        Key(key.caption, key.side, key.icon or "", lit[key.caption])
        for key in view.setup.generation.keys
        if key.caption in lit
    )
