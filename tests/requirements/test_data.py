"""R-DATA: which way data flows in which car and country, what calls do to it, how it is ended."""

import pytest

from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, CarYear, Desk, cars_with

PATHS = ("hotspot", "inserted", "embedded")
SLOT_NO_EMBEDDED = "AD"  # markets by what they offer; the first test below holds the table to it
SLOT_AND_EMBEDDED = "IT"
EMBEDDED_NO_SLOT = "CN"
NO_SIM_CALLS = "CA"
OUTSIDE_THE_LIST = "ZZ"
END_DATA = {
    "4.0": "PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati > OFF",
    "4.1": "Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati > OFF",
    "5.0": "SET > Gestione dispositivi > Opzioni > Dati mobili > Dati mobili > OFF",
    "6.0": "Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy"
    " > Per tutti i servizi",
}


def with_hotspot(desk: Desk) -> Desk:
    desk.do("phone hotspot on", "phone hotspot join", "expect data hotspot")
    return desk


def with_sim(desk: Desk) -> Desk:
    desk.do("sim insert no_pin", "expect data inserted")
    return desk


def refused_paths(desk: Desk) -> dict[str, str]:
    return {path.value: reason.key for path, reason in desk.session.unit.view.data_path.refused}


def test_the_cases_are_all_cars() -> None:
    assert len(BY_ID) == 8
    assert len(PAIRED) == 17
    assert len({car for car, _ in PAIRED + BY_ID}) == 13


@pytest.mark.requirement("R-DATA-1")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_pcm_6_has_data_over_the_embedded_sim_alone(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("expect data embedded")
    unit.refused("sim insert no_pin")
    assert unit.state("sim") == "absent"
    unit.do("phone pair", "expect data embedded")
    for line in ("phone hotspot on", "phone hotspot join"):
        assert unit.refused(line) == unit.say("reason.no_hotspot_client")
    unit.do("expect data embedded", "phone call in", "ok", "expect state call active")
    unit.do("expect state call_over bluetooth", "expect data embedded")


@pytest.mark.requirement("R-DATA-1")
@pytest.mark.parametrize(("car", "year"), BY_ID)
@pytest.mark.parametrize("country", [SLOT_NO_EMBEDDED, EMBEDDED_NO_SLOT, OUTSIDE_THE_LIST])
def test_pcm_6_has_its_embedded_sim_in_every_country(
    desk: DeskMaker, car: str, year: int, country: str
) -> None:
    unit = desk(car, year, country)
    unit.do("expect data embedded")
    assert refused_paths(unit) == {"inserted": "no_sim_slot", "hotspot": "no_hotspot_client"}


@pytest.mark.requirement("R-DATA-2")
@pytest.mark.parametrize(("car", "year"), PAIRED)
@pytest.mark.parametrize(
    ("country", "offered"),
    [
        (SLOT_NO_EMBEDDED, {"hotspot", "inserted"}),
        (SLOT_AND_EMBEDDED, {"hotspot", "inserted", "embedded"}),
        (EMBEDDED_NO_SLOT, {"hotspot", "embedded"}),
    ],
)
def test_other_cars_have_the_paths_of_their_country(
    desk: DeskMaker, car: str, year: int, country: str, offered: set[str]
) -> None:
    found = set()
    for path in PATHS:
        unit = desk(car, year, country)
        if path == "hotspot":
            unit.do("phone hotspot on", "phone hotspot join")
        elif path == "inserted":
            unit.session.do("sim insert no_pin")
        found |= {unit.state("data")} - {"none"}
    assert found == offered


@pytest.mark.requirement("R-DATA-3")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_on_the_embedded_sim_bluetooth_calls_work_and_sim_calls_are_refused(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("sim insert voice_only", "expect data embedded")
    assert unit.refused("sim call out") == unit.say("reason.embedded_carries_data")
    unit.do("sim call in", "expect state call idle")
    assert unit.say("reason.embedded_carries_data") in unit.screen.toast
    unit.do("phone pair", "phone call in", "ok", "expect state call_over bluetooth")
    unit.do("expect state call active", "expect data embedded")


@pytest.mark.requirement("R-DATA-3")
@pytest.mark.parametrize(("car", "year"), cars_with("4.0", "4.1", "5.0"))
def test_a_number_dialled_over_the_sim_is_refused_with_the_reason_and_stays(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("sim insert voice_only")
    open_dial_pad(unit)
    unit.do("type 0495550199")
    assert unit.refused("ok") == unit.say("reason.embedded_carries_data")
    assert unit.problem() == unit.say("reason.embedded_carries_data")
    assert getattr(unit.screen.overlay, "shown", "") == "0495550199"


def open_dial_pad(unit: Desk) -> None:
    for step in unit.session.setup.tree.path("dial_number"):
        unit.do(f"tap {step}")


@pytest.mark.requirement("R-DATA-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_on_lte_call_and_data_run_together_when_the_provider_allows(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = with_sim(desk(car, year))
    unit.do("net home LTE", "sim call out", "sim call answer", "expect state call active")
    unit.do("expect state call_over sim", "expect data inserted", "sim call end")
    unit.do("sim insert no_volte", "expect data inserted", "sim call out", "sim call answer")
    unit.do("expect data none", "expect reason provider_no_voice_and_data")
    unit.do("sim call end", "expect data inserted")


@pytest.mark.requirement("R-DATA-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_on_2g_a_call_suspends_data_and_data_returns_by_itself(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = with_sim(desk(car, year))
    unit.do("net home 2G", "expect data inserted", "sim call in", "expect data inserted")
    unit.do("ok", "expect state call active", "expect data none", "expect reason call_on_2g")
    assert unit.screen.header.no_data == unit.say("reason.call_on_2g")
    assert unit.screen.header.path == ""
    unit.do("sim call end", "expect data inserted")
    assert unit.screen.toast == unit.say("reason.data_back", path=unit.say("path.inserted"))


@pytest.mark.requirement("R-DATA-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_on_the_inserted_sim_bluetooth_calls_work_even_on_2g(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = with_sim(desk(car, year))
    unit.do("net home 2G", "phone pair", "phone call in", "ok", "expect state call active")
    unit.do("expect state call_over bluetooth", "expect data inserted")


@pytest.mark.requirement("R-DATA-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_calls_over_the_sim_depend_on_the_country(desk: DeskMaker, car: str, year: int) -> None:
    unit = with_sim(desk(car, year, NO_SIM_CALLS))
    country = unit.session.setup.market.names["it"]
    words = unit.say("reason.needs_sim_calls", country=country)
    assert unit.refused("sim call out") == words
    assert country in words
    unit.do("sim call in", "expect state call idle", "expect data inserted")
    assert words in unit.screen.toast


@pytest.mark.requirement("R-DATA-5")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_on_the_hotspot_the_phones_own_network_decides_about_data_during_a_call(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "phone hotspot on", "expect data hotspot")
    unit.do("phone network LTE", "phone call in", "ok", "expect state call_over bluetooth")
    unit.do("expect data hotspot", "phone network 2G", "expect data none")
    unit.do("expect reason call_on_2g", "phone call end", "expect data hotspot")


@pytest.mark.requirement("R-DATA-5")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_the_cars_own_network_does_not_matter_on_the_hotspot(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = with_hotspot(desk(car, year))
    unit.do("net none", "phone network LTE", "expect data hotspot", "phone network none")
    unit.do("expect data none", "expect reason phone_no_network")


@pytest.mark.requirement("R-DATA-6")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_hotspot_goes_before_inserted_before_embedded(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("expect data embedded", "sim insert no_pin", "expect data inserted")
    unit.do("phone hotspot on", "phone hotspot join", "expect data hotspot")
    assert refused_paths(unit) == {"inserted": "path_in_use", "embedded": "path_in_use"}
    unit.do("phone hotspot off", "expect data inserted", "sim remove", "expect data embedded")


@pytest.mark.requirement("R-DATA-6")
@pytest.mark.parametrize(("car", "year"), PAIRED + BY_ID)
def test_the_choice_and_each_refused_path_can_be_read(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    assert unit.screen.header.path == unit.say("path_short.embedded")
    refused = unit.session.unit.view.data_path.refused
    assert {path.value for path, _ in refused} == {"hotspot", "inserted"}
    unit.do("net none")
    told = [line for line in unit.do("why").splitlines() if not line.startswith(" ")]
    assert len(told) == 3
    assert unit.say("reason.no_network") in told[0]
    assert unit.screen.header.no_data == unit.say("reason.no_network")
    page = next((id_ for id_ in unit.session.setup.tree.ids() if _lists_paths(unit, id_)), None)
    assert page is not None, "no page lists the data paths"


def _lists_paths(unit: Desk, id_: str) -> bool:
    node = unit.session.setup.tree.node(id_)
    return node.lists == "data_paths" or node.panel == "data"


@pytest.mark.requirement("R-DATA-7")
@pytest.mark.parametrize(("car", "year"), PAIRED + BY_ID)
def test_ended_data_takes_every_online_service_away_and_the_header_says_so(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    pcm = unit.session.setup.generation.pcm
    main = "DEVICES > " if year == 2017 else "SET > "
    unit.do(f"tap {main if pcm == '4.1' else ''}{END_DATA[pcm]}")
    if unit.screen.overlay:
        unit.do("ok")
    unit.do("expect data none")
    key = "private_mode" if pcm == "6.0" else "data_ended"
    assert unit.why == [key]
    assert set(refused_paths(unit).values()) == {key}
    assert unit.screen.header.path == ""
    mode = unit.session.unit.view.private_words
    assert unit.screen.header.no_data == unit.say(f"reason.{key}", mode=mode)
    online = [id_ for id_ in unit.session.setup.tree.ids() if _online(unit, id_)]
    assert online, "no entry of this car needs data"
    for id_ in online:
        assert key in [shown.reason.key for shown in unit.session.unit.why(id_)], id_


def _online(unit: Desk, id_: str) -> bool:
    return "data" in unit.session.setup.tree.node(id_).needs


@pytest.mark.requirement("R-DATA-8")
@pytest.mark.parametrize(("car", "year"), PAIRED + BY_ID)
def test_a_country_outside_the_list_is_served_with_limits_and_a_hint(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year, OUTSIDE_THE_LIST)
    page = unit.session.setup.tree.path("contact")[:-1]
    for step in page:
        unit.do(f"tap {step}")
    assert unit.row("contact").text == unit.say("value.ask_dealer")
    if (car, year) in PAIRED:
        unit.do("expect data none", "expect reason no_embedded_sim")
        unit.do("sim insert no_pin", "expect data inserted")
        assert "sim_calls" not in unit.session.unit.view.features


@pytest.mark.requirement("R-DATA-8")
@pytest.mark.parametrize("case", [("718-982", 2025), ("taycan-j1", 2026)])
def test_a_country_without_connect_greys_the_services_with_its_name(
    desk: DeskMaker, case: CarYear
) -> None:
    unit = desk(*case, country="AL")
    greyed = [
        id_
        for id_ in unit.session.setup.tree.ids()
        if "connect" in unit.session.setup.tree.node(id_).needs
    ]
    assert greyed
    for id_ in greyed:
        assert any("Albania" in shown.text for shown in unit.session.unit.why(id_)), id_
