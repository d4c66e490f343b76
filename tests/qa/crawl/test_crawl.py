"""The crawl: what it reaches, what it says about the rest, and that it leaves all as it was."""

from collections.abc import Callable
from typing import Any

import pytest

from menus.node import Kind, Node
from models.catalogue import find_car, load_cars
from models.content import load_content
from models.reasons import Reason
from models.texts import TEXTS_DIR, TextsFile
from pcm.headunit import navigator, touch, unit
from pcm.headunit.errors import RefusedError
from pcm.headunit.report import describe_state
from pcm.headunit.session import Session
from pcm.qa.crawl import Crawl, crawl
from pcm.qa.crawl.worlds import load_worlds

CARS = (("718-982", 2019), ("taycan-j1", 2022))
UNSEEN = {
    "sim_dead",  # ten wrong PUKs
    "user_removed", "account_deleted",  # told as vehicle_removed is
    "function_removed", "function_failed_unchanged", "function_failed_restricted",
    "function_failed_retry",
}  # fmt: skip
"""Dialogs in which no world of the crawler ends."""


def sit(car: str, year: int, country: str = "IT") -> Session:
    return Session(find_car(car, year), year, country, "en")


@pytest.fixture(scope="module")
def found() -> dict[str, Crawl]:
    return {car: crawl(sit(car, year)) for car, year in CARS}


def check_whole(session: Session, result: Crawl) -> None:
    """Every entry of the menus was used, or its reason is told."""
    tree = session.setup.tree
    unreached = {entry.id: entry.why for entry in result.unreached}
    missing = set(tree.ids()) - result.rows - set(unreached)
    assert len(tree.ids()) > 200
    assert missing == set()
    assert [id_ for id_, why in unreached.items() if len(why) < 10] == []
    assert result.faults == ()
    assert result.sound
    seen = {screen.id.removesuffix(".empty") for screen in result.screens}
    pages = {id_ for id_ in tree.ids() if tree.node(id_).kind in navigator.PAGES}
    assert pages - set(unreached) <= seen


@pytest.mark.parametrize(("car", "year"), CARS)
def test_every_entry_is_used_or_told_with_its_reason(
    car: str, year: int, found: dict[str, Crawl]
) -> None:
    check_whole(sit(car, year), found[car])
    assert found[car].pages > 75
    assert found[car].overlays > 25


def test_it_walks_every_car() -> None:
    cars = [(car.id, car.years[number % 2]) for number, car in enumerate(load_cars().cars)]
    assert len(cars) == 13
    for number, (car, year) in enumerate(cars):
        session = sit(car, year, ("IT", "AD", "CN")[number % 3])
        check_whole(session, crawl(session))


def test_the_dialogs_of_the_texts_are_seen(found: dict[str, Crawl]) -> None:
    words = load_content(TEXTS_DIR / "en.yaml", TextsFile).texts
    known = {screen.id for result in found.values() for screen in result.screens}
    dialogs = {key.split(".")[1] for key in words if key.startswith("dialog.")}
    unseen = {id_ for id_ in dialogs if f"dialog.{id_}" not in known}
    assert len(dialogs) > 20
    assert unseen == UNSEEN
    entries = {key.split(".")[1] for key in words if key.startswith("entry.")}
    assert {id_ for id_ in entries if f"entry.{id_}" not in known} == {"hotspot_password"}


def test_all_is_as_it_was() -> None:
    session, same = sit("718-982", 2019), sit("718-982", 2019)
    for each in (session, same):
        each.do("sim insert standard")
        each.do("save mine")
    state = session.unit.state
    crawl(session)
    assert session.unit.state == state
    assert set(session.saved) == {"mine"}
    for line in ("type @pin", "ok", "do link", "portal code", "phone pair", "pass 1 min"):
        assert session.do(line) == same.do(line)
    assert describe_state(session) == describe_state(same)
    assert session.screen == same.screen


def test_every_screen_tells_where_it_is_and_where_it_comes_from(found: dict[str, Crawl]) -> None:
    screens = {screen.id: screen for screen in found["718-982"].screens}
    roaming = screens["dialog.roaming_cost"]
    assert roaming.path == ("PHONE", "OPT", "SET PHONE", "Roaming")
    assert roaming.lines[-1] == "tap roaming"
    assert "faq:183" in roaming.source
    assert screens["dialog.incoming_call"].lines == ("phone call in",)
    assert screens["messages.empty"].world != "delivered"
    assert (screens["messages"].world, screens["messages"].rows) == ("connected", 4)
    for screen in screens.values():
        assert screen.source or screen.assumed or screen.is_overlay, screen.id
    order = list(screens)
    assert order[0] == "home"
    assert order.index("set_phone") < order.index("dialog.roaming_cost")
    assert order.index("contacts") < order.index("media")  # though in another world


def test_the_way_leads_to_the_screen(found: dict[str, Crawl]) -> None:
    shown = 0
    for screen in found["718-982"].screens:
        if screen.world != "delivered":
            continue
        session = sit("718-982", 2019)
        assert all(session.do(line).ok for line in screen.lines), screen
        overlay = session.screen.overlay
        assert (overlay.id if overlay else session.screen.id) == screen.id.split(".")[
            screen.is_overlay
        ]
        shown += 1
    assert shown > 90


def test_what_a_country_does_not_offer_is_told() -> None:
    why = {entry.id: entry.why for entry in crawl(sit("718-982", 2019, "CN")).unreached}
    assert why["roaming"].startswith("not in this car or country: No slot for a SIM card")
    assert why["remember_pin"].startswith("its page is not reached: not in this car or country")
    below = {"sim_card", "enter_sim_pin", "sim_state", "pin_tries"}
    assert set(why) - {"notifications"} == {"roaming", "remember_pin", *below}


def test_each_world_helps_some_car(found: dict[str, Crawl]) -> None:
    worlds = {screen.world for result in found.values() for screen in result.screens}
    assert worlds >= set(load_worlds()) - {"logged_out", "expired", "update"}
    left_out = [
        {(world.name, line) for world in result.worlds for line, _ in world.left_out}
        for result in found.values()
    ]
    assert set.intersection(*left_out) == set()


Patch = Callable[..., Any]


def lost_row(rows_of: Patch) -> Patch:
    return lambda page: tuple(row for row in rows_of(page) if row.id != "loudness")


def deaf_toggle(toggle: Patch) -> Patch:
    def instead(head: Any, node: Node) -> None:
        if node.id != "surround":
            toggle(head, node)

    return instead


def careless(reasons_against: Patch) -> Patch:
    return lambda view, node: () if node.kind is Kind.ACTION else reasons_against(view, node)


def lost_way(open_page: Patch) -> Patch:
    return lambda state, page: open_page(state, "sound" if page == "volumes" else page)


def stubborn(cancel: Patch) -> Patch:
    def instead(head: Any) -> None:
        if getattr(head.state.overlay, "id", "") == "factory_reset":
            raise RefusedError(Reason.of("please_wait"))
        cancel(head)

    return instead


FAULTS: tuple[tuple[Any, str, Callable[[Patch], Patch], str], ...] = (
    (navigator, "open_page", lost_way, "volumes opens sound, not volumes"),
    (unit.HeadUnit, "cancel", stubborn, "dialog.factory_reset cannot be cancelled"),
    (navigator, "rows_of", lost_row, "loudness: no way leads to it"),
    (touch, "_toggle", deaf_toggle, "surround is not switched by a touch"),
    (unit, "reasons_against", careless, "hang_up is greyed, but a touch on it does something"),
    (unit, "reasons_against", careless, "tap redial breaks the head unit: StopIteration()"),
)


def test_faults_of_the_head_unit_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, fault, _ in FAULTS:
        monkeypatch.setattr(module, name, fault(getattr(module, name)))
    result = crawl(sit("718-982", 2019))
    assert not result.sound
    told = [*result.faults, *(f"{entry.id}: {entry.why}" for entry in result.unreached)]
    for _, _, _, words in FAULTS:
        assert any(line.startswith(words) for line in told), words
