"""Snapshots tell only what differs; rows are replaced in place; derivations say what is drawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from menus.node import Kind, Layout
from pcm.headunit.screen import Row
from pcm.ui.header_model import HeaderModel, derive_header
from pcm.ui.overlay_model import derive_boxes, derive_overlay, derive_slid
from pcm.ui.row_model import RowsModel, RowView, derive_row, derive_rows
from pcm.ui.screen_model import ScreenView, derive_page, derive_screen, find_hero, shown_rows
from tests.ui.screens import CODE, NUMBER, PIN, SLIDER, all_screens, page

SCREENS = all_screens()


def test_only_differences_are_announced(qtbot: QtBot) -> None:
    first = derive_header(page("5.0"))
    model = HeaderModel(first)
    told: list[str] = []
    model.clockChanged.connect(lambda: told.append("clock"))
    model.titleChanged.connect(lambda: told.append("title"))
    model.show(replace(first, clock="10:43"))
    model.show(replace(first, clock="10:43"))
    assert told == ["clock"]
    assert model.clock == "10:43"


@given(st.lists(st.integers(0, 5), max_size=8), st.lists(st.integers(0, 5), max_size=8))
def test_rows_end_up_as_given(before: list[int], after: list[int]) -> None:
    model = RowsModel(RowView)
    for numbers in (before, after):
        rows = [derive_row(Row(f"row{n}", str(n), Kind.PAGE)) for n in numbers]
        model.show(rows)
        names = [model.data(model.index(at)) for at in range(model.rowCount())]
        assert names == [row.name for row in rows]


def test_a_changed_row_announces_its_roles_alone(qtbot: QtBot) -> None:
    model = RowsModel(RowView)
    rows = [derive_row(row) for row in page().rows]
    model.show(rows)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, _, roles: told.append((top.row(), len(roles))))
    model.show([rows[0], replace(rows[1], checked=False), *rows[2:]])
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("row", "source"),
    [
        (Row("a", "A", Kind.PAGE, source=("faq:183", "C11")), "faq:183, C11"),
        (Row("a", "A", Kind.PAGE, assumed="depth"), "depth"),
        (Row("a", "A", Kind.PAGE), ""),
    ],
)
def test_sources_are_shown_on_demand(row: Row, source: str) -> None:
    assert derive_row(row, sources=True).source == source
    assert derive_row(row).source == ""


def test_boxes_show_what_is_typed_and_what_is_next() -> None:
    boxes = derive_boxes(derive_overlay(CODE))
    assert [box.text for box in boxes] == ["4", "7", "1", "9", "0", "", "", ""]
    assert [box.active for box in boxes].index(True) == 5
    locked = derive_boxes(derive_overlay(replace(CODE, locked="moving")))
    assert not any(box.active for box in locked)


def test_only_a_telephone_number_has_star_and_hash() -> None:
    assert derive_overlay(NUMBER).dial
    assert not derive_overlay(PIN).dial
    assert not derive_overlay(CODE).dial


@pytest.mark.parametrize(("share", "value"), [(0, 0), (0.49, 50), (1, 100), (-3, 0), (9, 100)])
def test_a_touch_on_the_track_snaps_to_steps(share: float, value: int) -> None:
    assert derive_slid(derive_overlay(SLIDER), share) == value


def test_the_row_shown_large_is_not_in_the_list() -> None:
    screen = SCREENS["5.0_player"]
    hero = find_hero(screen.rows, derive_page(screen))
    assert hero is not None
    assert hero not in shown_rows(screen)
    assert derive_screen(replace(screen, focus=hero.id), ScreenView()).hero_focused


def test_the_page_under_a_drawer_is_drawn_as_it_is() -> None:
    drawer = SCREENS["4.0_drawer"]
    for layout in (Layout.TILES, Layout.MAP, Layout.LIST):
        shown = derive_screen(replace(drawer, behind_layout=layout), ScreenView())
        assert shown.behind_page == layout.value
    assert derive_screen(SCREENS["4.0_list"], ScreenView()).behind_page == ""


@pytest.mark.parametrize(("icon", "costs"), [("sim-card", True), ("cpu", False), ("", False)])
def test_roaming_warns_only_where_it_costs(icon: str, costs: bool) -> None:
    screen = SCREENS["5.0_home"]
    header = replace(screen.header, roaming=True, path_icon=icon)
    shown = derive_header(replace(screen, header=header))
    assert shown.roaming
    assert shown.roaming_costs == costs
    at_home = derive_header(replace(screen, header=replace(header, roaming=False)))
    assert not at_home.roaming
    assert not at_home.roaming_costs


@pytest.mark.parametrize(("signs", "inset"), [(0, False), (1, False), (2, True), (4, True)])
def test_words_of_a_list_begin_at_one_place(signs: int, inset: bool) -> None:
    row = SCREENS["5.0_home"].rows[0]
    rows = [replace(row, icon="car" if n < signs else "") for n in range(4)]
    assert {view.inset for view in derive_rows(rows)} == {inset}


def test_option_lists_are_drawers_on_the_small_display_only() -> None:
    drawer = SCREENS["4.0_drawer"]
    assert derive_page(drawer) == "drawer"
    assert derive_page(replace(drawer, pcm="5.0")) == Layout.LIST
