"""R-OFF and R-PRIV: ending the data connection where each PCM has it, and private mode."""

import pytest

from pcm.headunit.screen import Dialog
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, Desk, cars_with

OFF_40 = {
    "en": "PHONE > OPT > SET PHONE > Data connection > Data connections > OFF",
    "it": "PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati > OFF",
}
OFF_41 = {
    "en": "Device manager > Options > Data connections > Data connections > OFF",
    "it": "Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati > OFF",
}
OFF_50 = {
    "en": "SET > Device manager > Options > Mobile data > Mobile data > OFF",
    "it": "SET > Gestione dispositivi > Opzioni > Dati mobili > Dati mobili > OFF",
}
PRIVATE_50 = {
    "en": "SET > Porsche Connect > Private mode",
    "it": "SET > Porsche Connect > Modalità Privacy",
}
OFF_60 = {
    "en": "Settings > Privacy and Porsche Connect settings > Privacy mode > For all services",
    "it": "Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy"
    " > Per tutti i servizi",
}
PRIVATE = {"5.0": PRIVATE_50, "6.0": OFF_60}
WITH_PRIVATE_MODE = cars_with("5.0", "6.0")
languages = pytest.mark.parametrize("language", ["en", "it"])


def _end_data_at(pcm: Desk, path: str) -> None:
    """Ended there, every path is refused with that reason; undone, data are back."""
    pcm.do("expect data embedded", f"tap {path}", "expect row data_off chosen", "expect data none")
    assert pcm.why == ["data_ended"]
    assert pcm.screen.header.no_data == pcm.say("reason.data_ended")
    assert pcm.screen.header.path == ""
    pcm.do("sim insert no_pin", "phone pair", "phone hotspot join", "expect data none")
    assert pcm.why == ["data_ended"]
    pcm.do("car restart", "expect data none", "expect state bluetooth on")
    pcm.go("data_on")
    pcm.do("expect data hotspot", "phone hotspot off", "expect data inserted", "sim remove")
    pcm.do("expect data embedded")


@pytest.mark.requirement("R-OFF-1")
@languages
@pytest.mark.parametrize(("car", "year"), cars_with("4.0"))
def test_pcm_40_ends_data_in_set_phone(desk: DeskMaker, car: str, year: int, language: str) -> None:
    _end_data_at(desk(car, year, language=language), OFF_40[language])


@pytest.mark.requirement("R-OFF-2")
@languages
@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_pcm_41_ends_data_in_the_device_manager(desk: DeskMaker, year: int, language: str) -> None:
    key = "DEVICES" if year < 2019 else "SET"
    pcm = desk("panamera-971.1", year, language=language)
    pcm.do(f"key {key}")
    _end_data_at(pcm, f"{key} > {OFF_41[language]}")


@pytest.mark.requirement("R-OFF-3")
@languages
@pytest.mark.parametrize(("car", "year"), cars_with("5.0"))
def test_pcm_50_ends_data_in_the_device_manager(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    _end_data_at(desk(car, year, language=language), OFF_50[language])


@pytest.mark.requirement("R-OFF-4")
@languages
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_pcm_60_ends_data_by_the_privacy_mode(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    pcm = desk(car, year, language=language)
    assert "data_off" not in pcm.session.setup.tree
    pcm.do("expect data embedded", f"tap {OFF_60[language]}", "expect overlay private_mode", "ok")
    pcm.do("expect row privacy_all_services on", "expect data none")
    assert pcm.why == ["private_mode"]
    assert pcm.screen.header.no_data == pcm.say(
        "reason.private_mode", mode=pcm.session.unit.view.private_words
    )
    pcm.do("car restart", "expect data none", f"tap {OFF_60[language]}", "expect data embedded")


@pytest.mark.requirement("R-OFF-1", "R-OFF-2", "R-OFF-3")
def test_every_car_ends_data_at_one_place_only(desk: DeskMaker) -> None:
    for car, year in PAIRED:
        pcm = desk(car, year, language="en")
        found = pcm.do("howto end-data").removeprefix("end-data: ")
        in_41 = {f"{key} > {OFF_41['en']}" for key in ("SET", "DEVICES")}
        assert found in {OFF_40["en"], OFF_50["en"], *in_41}
    assert len(PAIRED) == 17


@pytest.mark.requirement("R-PRIV-1")
@languages
@pytest.mark.parametrize(("car", "year"), WITH_PRIVATE_MODE)
def test_private_mode_says_what_stops_and_can_be_cancelled(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    pcm = desk(car, year, language=language)
    path = PRIVATE[pcm.state("pcm")][language]
    pcm.do(f"tap {path}", "expect overlay private_mode")
    overlay = pcm.screen.overlay
    assert isinstance(overlay, Dialog)
    assert overlay.text == pcm.say("dialog.private_mode.text")
    stops = {
        "en": ("My Porsche", "online services", "remote services", "logging in", "updates"),
        "it": ("My Porsche", "servizi online", "aggiornamenti"),
    }
    for words in stops[language]:
        assert words.casefold() in overlay.text.casefold()
    pcm.do("cancel", "expect state private_mode off", "expect data embedded")
    pcm.do(f"tap {path}", "ok", "expect state private_mode on", "expect data none")
    assert pcm.screen.header.private
    pcm.do(f"tap {path}", "expect overlay none", "expect state private_mode off")
    pcm.do("expect data embedded")
    assert not pcm.screen.header.private


@pytest.mark.requirement("R-PRIV-1")
@pytest.mark.parametrize(("car", "year"), WITH_PRIVATE_MODE)
def test_private_mode_stops_everything_from_and_to_my_porsche(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.link()
    path = PRIVATE[pcm.state("pcm")]["it"]
    pcm.do(f"tap {path}", "ok", "home", "phone pair", "expect data none")
    if pcm.state("pcm") == "5.0":
        pcm.do("phone hotspot join", "sim insert no_pin", "expect data none")
    assert pcm.why == ["private_mode"]
    pcm.do("portal unlink", "pass 1 d", "car restart")
    pcm.do("expect state account logged_in", "expect overlay none")
    pcm.go(pcm.session.setup.tree.parent("update_content") or "")
    pcm.do("expect row update_content greyed", "expect reason private_mode update_content")
    pcm.do("phone call in", "expect overlay incoming_call", "ok", "phone call end")
    pcm.do(f"tap {path}", "expect overlay vehicle_removed", "expect state account not_linked")


@pytest.mark.requirement("R-PRIV-1")
@pytest.mark.parametrize(("car", "year"), cars_with("4.0", "4.1"))
def test_no_document_shows_a_private_mode_before_pcm_50(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year, language="en")
    assert "private_mode" not in pcm.session.setup.tree
    assert "No public document" in pcm.do("howto private-mode")


@pytest.mark.requirement("R-PRIV-1")
@pytest.mark.parametrize("language", ["it", "en", "de", "fr", "es", "pt"])
def test_every_language_names_my_porsche_in_the_warning(desk: DeskMaker, language: str) -> None:
    pcm = desk("taycan-j1", 2024, language=language)
    assert "My Porsche" in pcm.say("dialog.private_mode.text")
