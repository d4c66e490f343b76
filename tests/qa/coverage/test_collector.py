"""What counts as seen, by what a driver does."""

from collections.abc import Callable
from random import Random

import pytest

from connectivity.outside.modem.network import Network
from models.catalogue import Car, find_car, load_cars
from models.markets import load_markets
from pcm.headunit.session import Session
from pcm.qa.coverage import Collector
from pcm.qa.coverage.existing import MEANING, ONLY_SHOWN, find_existing
from pcm.qa.coverage.seen import Desk, Seen

Play = Callable[..., Seen]


@pytest.fixture
def play() -> Play:
    """Carry out lines on a 718 and tell what was seen."""

    def run(*lines: str, wrong: str = "") -> Seen:
        session = Session(find_car("718-982"), 2019)
        collector = Collector(session)
        for line in lines:
            assert session.do(line).ok, line
        if wrong:
            assert not session.do(wrong).ok, wrong
        return collector.seen.get(Desk("718-982", 2019, "IT"), Seen())

    return run


def test_a_path_shows_every_page_on_it(play: Play) -> None:
    seen = play("tap PHONE > OPT > SET PHONE > Roaming")
    assert {"home", "phone", "phone_opt", "set_phone"} <= seen.screens


def test_a_switch_counts_when_its_warning_is_confirmed(play: Play) -> None:
    there = "tap PHONE > OPT > SET PHONE > Roaming"
    asked = play(there, "cancel")
    assert asked.overlays == {"roaming_cost"}
    assert not asked.outcomes & {"roaming on", "roaming off"}
    assert "roaming on" in play(there, "ok").outcomes
    assert {"roaming on", "roaming off"} <= play(there, "ok", "tap roaming").outcomes


def test_a_procedure_counts_like_its_touches(play: Play) -> None:
    seen = play("do roaming")
    assert "roaming on" in seen.outcomes
    assert "set_phone" in seen.screens
    assert "roaming_cost" in seen.overlays


def test_the_knob_touches_too(play: Play) -> None:
    assert play("tap PHONE > OPT", "knob press").screens > {"home", "phone", "phone_opt"}


def test_a_greyed_row_counts_as_refused_and_its_reason_as_told(play: Play) -> None:
    seen = play("key PHONE", wrong="tap redial")
    assert "redial refused" in seen.outcomes
    assert "no_calls_yet" in seen.reasons


def test_what_why_tells_counts_with_what_lies_beneath(play: Play) -> None:
    seen = play("sim insert standard", "net abroad CH LTE", "why inserted")
    assert "pin_required" in seen.reasons or "roaming_off" in seen.reasons
    assert (
        "speed_lock"
        in play(
            "car speed 50", "tap APPS > OPT > Login Porsche Connect", "why enter_pairing_code"
        ).reasons
    )


def test_a_number_counts_when_it_moved(play: Play) -> None:
    session = Session(find_car("718-982"), 2019)
    ranges = [i for i in session.setup.tree.ids() if session.setup.tree.node(i).limits]
    path = " > ".join(session.setup.tree.path(ranges[0]))
    assert f"{ranges[0]} set" not in play(f"tap {path}", "ok").outcomes
    assert f"{ranges[0]} set" in play(f"tap {path}", "knob right", "ok").outcomes


def test_a_choice_and_its_option(play: Play) -> None:
    tree = Session(find_car("718-982"), 2019).setup.tree
    seen = play(f"tap {' > '.join(tree.path('data_off'))}")
    assert "data_off chosen" in seen.outcomes
    assert "data_connections" in seen.screens


def test_messages_that_came_and_went_inside_one_verb_count(play: Play) -> None:
    seen = play("phone pair", "phone call in", "phone call end")
    assert "incoming_call" in seen.overlays
    assert {"missed_call"} <= seen.reasons


def test_what_comes_by_itself_in_the_window_counts() -> None:
    session = Session(find_car("718-982"), 2019)
    collector = Collector(session)
    session.do("key PHONE")
    session.world.set_network(Network("IT", None, 0))
    session.tick(1)
    assert "no_network" in collector.seen[Desk("718-982", 2019, "IT")].reasons


def test_what_is_dark_is_not_shown() -> None:
    session = Session(find_car("718-982"), 2019)
    session.do("key PHONE")
    session.do("car ignition off")
    collector = Collector(session)
    session.do("pass 1 min")
    assert collector.seen == {}


def test_another_car_is_counted_by_itself() -> None:
    session = Session(find_car("718-982"), 2019)
    collector = Collector(session)
    for line in ("key PHONE", "model taycan-j1 2022", "country CH", "tap settings"):
        assert session.do(line).ok, line
    found = collector.seen
    assert set(found) == {Desk("718-982", 2019, "IT"), Desk("taycan-j1", 2022, "CH")}
    assert found[Desk("taycan-j1", 2022, "CH")].screens == {"home", "settings"}


def test_a_detached_collector_hears_nothing() -> None:
    session = Session(find_car("718-982"), 2019)
    collector = Collector(session)
    collector.detach()
    session.do("key PHONE")
    assert collector.seen == {}


def test_an_entry_of_a_live_list() -> None:
    session = Session(find_car("718-982"), 2019)
    collector = Collector(session)
    tree = session.setup.tree
    page = next(i for i in tree.ids() if tree.node(i).lists == "stations")
    assert session.do(f"tap {' > '.join(tree.path(page))}").ok
    assert session.do("tap stations_2").ok
    outcomes = collector.seen[Desk("718-982", 2019, "IT")].outcomes
    assert {f"{page} entries", f"{page} entry touched"} <= outcomes


WORLDS = (
    "phone pair",
    "ok",
    "phone hotspot on",
    "sim insert standard",
    "net abroad CH LTE",
    "do link",
    "do roaming",
    "do private-mode",
    "car speed 60",
    "sim call in",
    "phone carplay on",
    "portal order navigation",
    "car restart",
    "pass 1 min",
    "car speed 0",
    "car bus silent",
    "car bus on",
    "portal buy range_manager",
    "why",
    "why service carfinder",
    "why function range_manager",
)


@pytest.mark.parametrize("car", load_cars().cars, ids=lambda car: car.id)
def test_nothing_is_seen_that_does_not_exist(car: Car) -> None:
    """Touches at random in changing worlds; the lists of what exists must hold all they find."""
    chance = Random(car.id)
    session = Session(car, car.years[1])
    collector = Collector(session)
    for world in WORLDS:
        session.do(world)
        for _ in range(12):
            rows = session.screen.all_rows
            here = f"tap {chance.choice(rows).id}" if rows else "back"
            session.do(chance.choice((here, here, "ok", "back", "type 1234", "cancel")))
    ((desk, seen),) = collector.seen.items()
    existing = find_existing(desk)
    every = {f"{row} {name}" for row, found in existing.outcomes.items() for name in found}
    assert len(seen.outcomes) > 10
    assert seen.screens <= existing.screens
    assert seen.outcomes <= every
    assert seen.overlays <= existing.overlays
    assert seen.reasons <= existing.reasons


def test_every_car_has_its_menus_counted() -> None:
    assert len(load_cars().cars) == 13
    for car in load_cars().cars:
        existing = find_existing(Desk(car.id, car.years[1], "IT"))
        assert len(existing.screens) > 70
        assert len(existing.outcomes) > 250
        kinds = {name for found in existing.outcomes.values() for name in found}
        assert kinds == set(MEANING), "each outcome is explained, each explanation used"


def test_what_a_country_lacks_is_closed_with_all_beneath() -> None:
    countries = {"IT", "CN"}
    found = {c: find_existing(Desk("718-982", 2019, c)) for c in countries}
    lacking = next((e for e in found.values() if e.closed), None)
    assert lacking is not None
    for row in lacking.closed:
        assert lacking.outcomes[row] == ("refused",)
        assert row not in lacking.screens
        beneath = {node.id for node in lacking.tree.node(row).rows}
        assert not beneath & set(lacking.outcomes)


def test_lists_that_only_show_have_no_entry_to_touch() -> None:
    tree = find_existing(Desk("taycan-j1", 2022, "IT")).tree
    listed = {node.lists for i in tree.ids() if (node := tree.node(i)).lists}
    assert listed > ONLY_SHOWN


def test_reasons_depend_on_what_a_car_has_in_its_country() -> None:
    def told(car: str, year: int, country: str) -> frozenset[str]:
        return find_existing(Desk(car, year, country)).reasons

    without = next(m.code for m in load_markets().markets if not m.offer.sim_calls)
    assert "needs_sim_calls" not in told("718-982", 2019, "IT")
    assert "needs_sim_calls" in told("718-982", 2019, without)
    assert "needs_sim_calls" not in told("taycan-j1", 2022, without), "it has no slot"
    assert "pin_wrong" in told("718-982", 2019, "IT")
    assert "pin_wrong" not in told("taycan-j1", 2022, "IT")
    assert "link_wrong_password" in told("taycan-j1", 2022, "IT") - told("718-982", 2019, "IT")
