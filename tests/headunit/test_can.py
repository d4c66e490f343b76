"""What the bus does to the head unit, and the head unit to the bus, seen from a session."""

import pytest

from pcm.headunit.session import Session
from tests.headunit.conftest import ONE_CAR_A_GENERATION, SessionMaker, make_session


def said(session: Session, line: str) -> str:
    answer = session.do(line)
    assert answer.ok, f"{line}: {answer.text}"
    return answer.text


def status(session: Session, signal: str) -> str:
    """A signal of the head unit's own frame."""
    shown = said(session, "car bus show PCM_STATUS_01")
    return next(line.split(": ")[1] for line in shown.splitlines() if f" {signal}:" in line)


@pytest.mark.parametrize(("car", "year"), ONE_CAR_A_GENERATION)
def test_the_wheel_moves_presses_and_goes_back(car: str, year: int) -> None:
    session = make_session(car, year)
    first = session.screen.focus
    said(session, "wheel down")
    assert session.screen.focus != first
    said(session, "wheel up")
    assert session.screen.focus == first
    said(session, "wheel ok")
    assert session.screen.id != "home"
    said(session, "wheel back")
    assert session.screen.id == "home"
    said(session, "wheel ok")
    said(session, "wheel menu")
    assert session.screen.id == "home"


def test_the_wheel_changes_volume_and_track_and_answers_calls(session: SessionMaker) -> None:
    pcm = session("718-982", 2020, "IT", "en")
    assert said(pcm, "wheel volume up 9") == "Volume 21"
    assert said(pcm, "wheel volume down 2") == "Volume 19"
    track = pcm.unit.state.settings.get("track", 0)
    said(pcm, "wheel next")
    assert pcm.unit.state.settings["track"] != track
    for line in ("phone pair", "phone call in", "wheel phone"):
        said(pcm, line)
    assert said(pcm, "state call") == "active"
    assert pcm.unit.state.overlay is None
    said(pcm, "wheel hang-up")
    assert said(pcm, "state call") == "idle"
    said(pcm, "wheel phone")
    assert pcm.screen.id == "phone"


def test_a_dark_head_unit_takes_no_wheel_buttons(session: SessionMaker) -> None:
    pcm = session()
    said(pcm, "car ignition off")
    before = pcm.unit.state
    for button in ("ok", "down", "menu", "voice", "phone"):
        pcm.do(f"wheel {button}")
    assert pcm.unit.state == before


def test_units_chosen_in_the_menus_are_adopted_by_the_car(session: SessionMaker) -> None:
    pcm = session("cayenne-9y0", 2020)
    pcm.unit.set_plain("units_distance", "units_distance_miles")
    pcm.pump()
    assert status(pcm, "PCM_Wunsch_Strecke") == "mi"
    assert pcm.world.vehicle.state.units.distance == "mi"
    assert "mi" in said(pcm, "car bus show Einheiten_01")


def test_units_of_the_car_show_in_the_menus(session: SessionMaker) -> None:
    pcm = session("cayenne-9y0", 2020)
    said(pcm, "car units mi")
    assert pcm.unit.state.settings["units_distance"] == "units_distance_miles"


def test_on_a_bus_that_does_not_answer_the_choice_still_shows(session: SessionMaker) -> None:
    pcm = session("cayenne-9y0", 2020)
    said(pcm, "car bus silent Einheiten_01")
    pcm.unit.set_plain("units_distance", "units_distance_miles")
    said(pcm, "pass 10 s")
    assert pcm.unit.state.settings["units_distance"] == "units_distance_miles"


def test_without_a_vin_linking_is_refused_with_the_reason(session: SessionMaker) -> None:
    pcm = session("718-982", 2020, "IT", "en")
    for line in ("car bus silent VIN_01", "pass 5 s", "tap enter_pairing_code"):
        pcm.do(line)
    said(pcm, "tap APPS > OPT > Login Porsche Connect")
    assert "vin_unknown" in said(pcm, "why enter_pairing_code")
    said(pcm, "tap enter_pairing_code")
    said(pcm, "type @code")
    answer = pcm.do("ok")
    assert answer.refused
    assert answer.text == pcm.unit.view.texts.say("reason.vin_unknown")
    said(pcm, "car bus on")
    said(pcm, "ok")
    assert said(pcm, "state account") == "logged_in"


def test_abroad_with_roaming_stands_in_screen_state_and_status_frame(session: SessionMaker) -> None:
    pcm = session("718-982", 2020, "IT", "en")
    for line in ("sim insert no_pin", "net abroad CH", "tap PHONE > OPT > SET PHONE"):
        said(pcm, line)
    assert status(pcm, "PCM_Roaming") == "0"
    said(pcm, "tap roaming")
    pcm.do("ok")
    assert said(pcm, "state data") == "inserted"
    assert status(pcm, "PCM_Datenweg") == "inserted"
    assert status(pcm, "PCM_Roaming") == "1"
    assert status(pcm, "PCM_Registrierung") == "roaming"
    assert pcm.screen.header.roaming


def test_the_head_unit_sleeps_without_the_terminal_status_and_wakes(session: SessionMaker) -> None:
    pcm = session()
    said(pcm, "car bus silent Klemmen_Status_01")
    said(pcm, "pass 2 s")
    assert said(pcm, "state ignition") == "on"
    said(pcm, "pass 1 s")
    assert said(pcm, "state ignition") == "off"
    assert "ignition_unknown" in said(pcm, "why")
    said(pcm, "car bus on")
    assert said(pcm, "state ignition") == "on"


def test_saved_and_restored_with_its_bus(session: SessionMaker) -> None:
    pcm = session()
    said(pcm, "car speed 50")
    said(pcm, "save a")
    said(pcm, "car speed 0")
    said(pcm, "restore a")
    assert said(pcm, "state speed") == "50.0"
    said(pcm, "car speed 20")
    assert said(pcm, "state speed") == "20.0"


def test_ten_minutes_of_a_quiet_car_cost_a_frame_of_each_message(session: SessionMaker) -> None:
    pcm = session()
    before = pcm.world.can.counts.frames
    said(pcm, "pass 10 min")
    assert pcm.world.can.counts.frames - before <= 50
    assert said(pcm, "state can_lost") == "none"


def test_the_trace_notes_what_was_ignored(session: SessionMaker) -> None:
    pcm = session()
    said(pcm, "car bus corrupt Klemmen_Status_01")
    assert '"can_ignored": 1' in pcm.trace.lines[-1]
