"""The bench model: rows, options, verbs, foot line; without a window."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.catalogue import load_cars
from pcm.headunit.bench import Switch
from pcm.headunit.session import Session
from pcm.ui.bench_model import BenchModel
from pcm.ui.bench_rows import (
    derive_first_sections,
    derive_options,
    derive_rows,
    derive_shown_verb,
)
from pcm.ui.fonts import icon_names
from tests.ui.bench_samples import BENCH, COUNTRIES
from tests.ui.desk import HEADER, PIN, make_screen

BY_ID = {switch.id: switch for switch in BENCH}


@pytest.fixture
def bench() -> tuple[BenchModel, list[str]]:
    model, verbs = BenchModel(), list[str]()
    model.acted.connect(verbs.append)
    model.show_screen(make_screen(), BENCH)
    return model, verbs


def test_headings_stand_once_above_their_section() -> None:
    rows = derive_rows(BENCH, ())
    headings = [row.heading for row in rows if row.heading]
    assert headings == ["Vettura", "SIM e rete", "Telefono", "My Porsche"]
    assert len(rows) == len(BENCH)


def test_every_icon_of_the_panel_exists() -> None:
    cars = {car.pcm: car for car in load_cars().cars}
    icons = {s.icon for car in cars.values() for s in Session(car, car.years[1]).bench}
    assert len(icons) >= 20
    assert icons - set(icon_names()) == set()


def test_as_many_sections_are_open_as_can_be_seen_at_once() -> None:
    assert derive_first_sections(BENCH) == {0, 1, 2, 3}
    doubled = tuple(
        replace(switch, id=f"{switch.id}_{n}", section=f"{switch.section} {n}")
        for n in (1, 2)
        for switch in BENCH
    )
    assert derive_first_sections(doubled) == {0, 1, 2, 3}


def test_a_reason_stands_once_in_its_section() -> None:
    refused = tuple(replace(s, enabled=False, reason="Modem vero") for s in BENCH)
    rows = derive_rows(refused, ())
    assert [row.name for row in rows if row.note] == [row.name for row in rows if row.heading]
    assert {row.reason for row in rows} == {"Modem vero"}


def test_a_folded_section_stays_so_when_the_language_changes(
    bench: tuple[BenchModel, list[str]],
) -> None:
    model, _ = bench
    model.fold(1)
    model.show_screen(make_screen(), tuple(replace(s, section=f"{s.section}!") for s in BENCH))
    rows = model.property("rows").values
    assert {row.heading for row in rows if not row.opened} - {""} == {"SIM e rete!"}
    model.fold(1)
    assert all(row.opened for row in model.property("rows").values)


def test_toggle_says_the_opposite(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    model.act("bench_ignition")
    model.act("bench_hotspot")
    assert verbs == ["car ignition off", "phone hotspot on"]


def test_locked_info_and_unknown_rows_do_nothing(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    for name in ("bench_locked", "bench_services", "bench_nothing"):
        model.act(name)
    model.enter("bench_locked", "1")
    assert verbs == []


def test_field_is_applied_without_blanks(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    model.enter("bench_speed", " 30 ")
    assert verbs == ["car speed 30"]


def test_choice_opens_searches_and_chooses(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    model.act("bench_country")
    assert (model.shown.choice_open, model.shown.choice_title) == (True, "Paese")
    assert model.shown.searchable
    assert model.property("options").rowCount() == len(COUNTRIES)
    model.search(" ERZ")
    assert model.property("options").rowCount() == 1
    model.chooseFirst()
    assert verbs == ["bench country BA"]
    assert not model.shown.choice_open


def test_search_without_result_chooses_nothing(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    model.act("bench_country")
    model.search("xyz")
    model.chooseFirst()
    assert verbs == []
    assert model.shown.choice_open


def test_open_list_closes_when_its_switch_goes(bench: tuple[BenchModel, list[str]]) -> None:
    model, _ = bench
    model.act("bench_country")
    model.show_screen(make_screen(), ())
    assert not model.shown.choice_open


def test_options_tell_the_chosen_one() -> None:
    chosen = [o.word for o in derive_options(BY_ID["bench_country"], "") if o.chosen]
    assert chosen == ["IT"]
    assert [o.word for o in derive_options(BY_ID["bench_country"], "altro")] == ["ZZ"]


def test_a_value_may_be_the_beginning_of_its_option() -> None:
    options = (("a", "718, 2017"), ("b", "911"))
    cars = Switch("bench_car", "", "", "", "choice", "718", options=options)
    assert [o.word for o in derive_options(cars, "") if o.chosen] == ["a"]
    two = replace(cars, options=(("a", "718, 2017"), ("b", "718, 2020")))
    assert [o.word for o in derive_options(two, "") if o.chosen] == []


def test_refusal_stands_until_the_next_verb(bench: tuple[BenchModel, list[str]]) -> None:
    model, _ = bench
    model.answered("tap roaming", False, "Nessuna SIM")
    assert (model.shown.answer, model.shown.refused) == ("Nessuna SIM", True)
    model.answered("back", True, "APPS")
    assert (model.shown.answer, model.shown.refused, model.shown.verb) == ("", False, "back")


def test_why_is_answered(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    model.why()
    assert verbs == ["why"]
    model.answered("why", True, "SIM assente")
    assert model.shown.answer == "SIM assente"


def test_secret_digits_are_not_shown() -> None:
    screen = make_screen(overlay=PIN)
    assert "1" not in derive_shown_verb("type 1", screen)
    assert derive_shown_verb("type 1", make_screen(overlay=replace(PIN, secret=False))) == "type 1"
    assert derive_shown_verb("type 1", None) == "type 1"
    for line in ("portal security-code 4821 second", "PORTAL security-code 4821", "sim pin 4821"):
        assert "4821" not in derive_shown_verb(line, None), line
    assert derive_shown_verb("portal country DE", None) == "portal country DE"


def test_only_differences_are_announced(bench: tuple[BenchModel, list[str]]) -> None:
    model, _ = bench
    seen: list[str] = []
    model.noDataChanged.connect(lambda: seen.append("no data"))
    model.pathChanged.connect(lambda: seen.append("path"))
    model.show_screen(make_screen(), BENCH)
    assert seen == []
    model.show_screen(make_screen(header=replace(HEADER, no_data="Roaming spento")), BENCH)
    assert seen == ["no data"]


def test_a_changed_switch_changes_its_row_in_place(bench: tuple[BenchModel, list[str]]) -> None:
    model, _ = bench
    changed: list[int] = []
    rows, reset = model.property("rows"), list[bool]()
    rows.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    rows.modelReset.connect(lambda: reset.append(True))
    new = tuple(_on(switch) if switch.id == "bench_hotspot" else switch for switch in BENCH)
    model.show_screen(make_screen(), new)
    assert changed == [[s.id for s in BENCH].index("bench_hotspot")]
    assert reset == []


def _on(switch: Switch) -> Switch:
    return replace(switch, on=True)


class Recording:
    """A recorder that writes one file, or none."""

    def __init__(self, file: Path | None) -> None:
        self.file = file


def test_the_recorder_is_switched_where_there_is_one(bench: tuple[BenchModel, list[str]]) -> None:
    model, verbs = bench
    assert not model.shown.can_record
    for file in (None, Path("folder/a.robot")):
        model.show_recorder(Recording(file))  # type: ignore[arg-type]  # all that is asked of it
        assert (model.shown.can_record, model.shown.recording) == (True, "a.robot" if file else "")
        model.record()
    assert verbs == ["record", "record stop"]
    model.answered("record stop", True, "recorded in /folder/a.robot")
    assert (model.shown.answer, model.shown.refused) == ("recorded in /folder/a.robot", False)
