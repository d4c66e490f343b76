"""R-ROAM: the roaming tick of the inserted SIM, where it is, what it warns of; the embedded SIM."""

import pytest

from pcm.headunit.screen import Dialog
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, Desk, cars_with

ROAMING_41 = "Gestione dispositivi > Opzioni > Connessioni dati > Roaming"
ROAMING = {
    "4.0": "PHONE > OPT > SET PHONE > Roaming",
    "5.0": "SET > Gestione dispositivi > Opzioni > Dati mobili > Roaming",
}
WITHOUT_EMBEDDED = "AD"


def tap_roaming(unit: Desk) -> str:
    """Touch the roaming tick at the path of the car's generation and year."""
    setup = unit.session.setup
    if setup.generation.pcm == "4.1":
        return unit.do(f"tap {'SET' if setup.year == 2020 else 'DEVICES'} > {ROAMING_41}")
    return unit.do(f"tap {ROAMING[setup.generation.pcm]}")


@pytest.mark.requirement("R-ROAM-1")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_abroad_the_inserted_sim_is_registered_and_carries_no_data_without_the_tick(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year, WITHOUT_EMBEDDED)
    unit.do("sim insert no_pin", "expect data inserted", "net abroad CH LTE bars 3")
    unit.do("expect state registration roaming", "expect data none", "expect reason roaming_off")
    assert unit.screen.header.roaming
    assert unit.screen.header.bars == 3
    assert unit.screen.header.no_data == unit.say("reason.roaming_off", country="CH")
    tap_roaming(unit)
    unit.do("ok", "expect data inserted", "expect row roaming on")
    assert unit.screen.header.roaming
    unit.do("net home", "expect state registration home", "expect data inserted")
    assert not unit.screen.header.roaming


@pytest.mark.requirement("R-ROAM-1")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_the_tick_survives_restarts_and_can_be_taken_away_without_a_question(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year, WITHOUT_EMBEDDED)
    unit.do("sim insert no_pin", "net abroad CH")
    tap_roaming(unit)
    unit.do("ok", "car restart", "expect data inserted")
    tap_roaming(unit)
    unit.do("expect overlay none", "expect row roaming off", "expect data none")


@pytest.mark.requirement("R-ROAM-2")
@pytest.mark.parametrize(("car", "year"), cars_with("4.0"))
def test_pcm_40_has_the_tick_under_phone(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("key PHONE", "key OPT", "tap SET PHONE", "expect row Roaming off")
    unit.do("tap Roaming", "ok", "expect row Roaming on")
    labels = [label for _, label in unit.screen.path]
    assert labels == ["PHONE", "OPT", "SET PHONE"]


@pytest.mark.requirement("R-ROAM-3")
@pytest.mark.parametrize(
    ("car", "year", "main"),
    [
        ("panamera-971.1", 2017, "DEVICES"),
        ("panamera-971.1", 2020, "SET"),
    ],
)
def test_pcm_41_has_the_tick_in_the_device_manager(
    desk: DeskMaker, car: str, year: int, main: str
) -> None:
    unit = desk(car, year)
    unit.do(f"key {main}", "tap Gestione dispositivi", "tap Opzioni", "tap Connessioni dati")
    unit.do("expect row Roaming off", "tap Roaming", "ok", "expect row Roaming on")


@pytest.mark.requirement("R-ROAM-4")
@pytest.mark.parametrize(("car", "year"), cars_with("5.0"))
def test_pcm_50_has_the_tick_under_mobile_data(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("key SET", "tap Gestione dispositivi", "tap Opzioni", "tap Dati mobili")
    unit.do("expect row Roaming off", "tap Roaming", "ok", "expect row Roaming on")


@pytest.mark.requirement("R-ROAM-5")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_pcm_6_roams_by_itself_and_has_no_entry_for_it(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    tree = unit.session.setup.tree
    assert not [id_ for id_ in tree.ids() if "roaming" in (id_, tree.node(id_).setting)]
    told = unit.do("howto roaming")
    assert ">" not in told
    unit.do("net abroad CH", "expect data embedded")
    assert unit.screen.header.roaming
    assert unit.screen.header.no_data == ""


@pytest.mark.requirement("R-ROAM-6")
@pytest.mark.parametrize(("car", "year"), PAIRED)
@pytest.mark.parametrize("language", ["it", "en", "de", "fr", "es", "pt"])
def test_setting_the_tick_warns_of_costs_and_can_be_cancelled(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    unit = desk(car, year)
    unit.do("sim insert no_pin", f"language {language}")
    tap_roaming(unit)
    dialog = unit.screen.overlay
    assert isinstance(dialog, Dialog)
    assert dialog.id == "roaming_cost"
    assert dialog.warning
    assert dialog.text == unit.say("dialog.roaming_cost.text")
    assert any(word in dialog.text.casefold() for word in COST_WORDS[language]), dialog.text
    assert dialog.cancel
    unit.do("expect state roaming off", "cancel", "expect state roaming off")
    unit.do("expect row roaming off", "tap roaming", "ok", "expect state roaming on")


COST_WORDS = {
    "it": ("costi",),
    "en": ("cost", "charge"),
    "de": ("kosten",),
    "fr": ("frais", "coûts"),
    "es": ("coste", "gastos", "costes"),
    "pt": ("custo",),
}


@pytest.mark.requirement("R-ROAM-6")
@pytest.mark.parametrize("answer", ["back", "home", "car restart"])
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_leaving_the_hint_sets_nothing(desk: DeskMaker, car: str, year: int, answer: str) -> None:
    unit = desk(car, year)
    tap_roaming(unit)
    unit.do("expect overlay roaming_cost", answer, "expect overlay none")
    unit.do("expect state roaming off")


@pytest.mark.requirement("R-ROAM-7")
@pytest.mark.parametrize(("car", "year"), PAIRED + BY_ID)
def test_the_embedded_sim_roams_without_tick_and_without_a_warning(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("net abroad CH LTE bars 4", "expect state embedded_registration roaming")
    unit.do("expect state roaming off", "expect data embedded", "expect overlay none")
    assert unit.screen.toast == ""
    if (car, year) in PAIRED:
        unit.do("sim insert no_pin", "expect data embedded")
        assert {p.value: r.key for p, r in unit.session.unit.view.data_path.refused}[
            "inserted"
        ] == "roaming_off"


def test_the_cases_are_all_cars() -> None:
    assert len(cars_with("4.0")) == 8
    assert len(cars_with("4.1")) == 2
    assert len(cars_with("5.0")) == 7
