"""Where each procedure is, in the words of the source document."""

import pytest

from menus.howto import howto, load_procedures
from models.catalogue import LANGUAGES, find_car, load_cars
from models.errors import UnknownNameError

PANAMERA = "Gestione dispositivi > Opzioni > Connessioni dati > "
PCM5 = "SET > Gestione dispositivi > Opzioni > "
PRIVACY = "Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy > "
CONNECT = "SET > Impostazioni Porsche Connect"
ITALIAN = [
    pytest.param("718-982", 2024, "link", "APPS > OPT > Login Porsche Connect",
                 marks=pytest.mark.requirement("R-LINK-2")),
    pytest.param("panamera-971.1", 2018, "link", CONNECT,
                 marks=pytest.mark.requirement("R-LINK-3")),
    pytest.param("911-992.1", 2021, "link", CONNECT, marks=pytest.mark.requirement("R-LINK-3")),
    pytest.param("taycan-j1", 2020, "link", "Impostazioni > Account > Configura account",
                 marks=pytest.mark.requirement("R-LINK-4")),
    pytest.param("911-992.2022", 2022, "link", "Impostazioni > Account > Configura account",
                 marks=pytest.mark.requirement("R-LINK-4")),
    pytest.param("macan-95b.1", 2018, "roaming", "PHONE > OPT > SET PHONE > Roaming",
                 marks=pytest.mark.requirement("R-ROAM-2")),
    pytest.param("panamera-971.1", 2018, "roaming", "DEVICES > " + PANAMERA + "Roaming",
                 marks=pytest.mark.requirement("R-ROAM-3")),
    pytest.param("panamera-971.1", 2019, "roaming", "SET > " + PANAMERA + "Roaming",
                 marks=pytest.mark.requirement("R-ROAM-3")),
    pytest.param("panamera-971.2", 2021, "roaming", PCM5 + "Dati mobili > Roaming",
                 marks=pytest.mark.requirement("R-ROAM-4")),
    pytest.param("911-991.2", 2017, "end-data",
                 "PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati > OFF",
                 marks=pytest.mark.requirement("R-OFF-1")),
    pytest.param("panamera-971.1", 2020, "end-data", "SET > " + PANAMERA + "Connessioni dati > OFF",
                 marks=pytest.mark.requirement("R-OFF-2")),
    pytest.param("macan-95b.2", 2025, "end-data", PCM5 + "Dati mobili > Dati mobili > OFF",
                 marks=pytest.mark.requirement("R-OFF-3")),
    pytest.param("cayenne-92a", 2017, "remember-pin",
                 "PHONE > OPT > SET PHONE > Telefono > Scheda SIM > Segna PIN",
                 marks=pytest.mark.requirement("R-PIN-2")),
    pytest.param("cayenne-9y0", 2018, "remember-pin", PCM5 + "Telefono > Scheda SIM > Segna PIN",
                 marks=pytest.mark.requirement("R-PIN-1")),
    pytest.param("taycan-j1", 2026, "updates", "Home > Updates"),
]  # fmt: skip


@pytest.mark.parametrize(("car", "year", "procedure", "path"), ITALIAN)
def test_the_italian_path_is_that_of_the_source(
    car: str, year: int, procedure: str, path: str
) -> None:
    (found,) = howto(find_car(car), year, "it", procedure)
    assert found.available
    shown = " > ".join(found.path)
    assert shown.replace("HOME", "Home") == path
    assert len(found.ids) == len(found.path)
    assert found.source


@pytest.mark.requirement("R-OFF-4")
def test_pcm_6_ends_data_by_privacy_mode_for_all_services() -> None:
    for id_ in ("taycan-j1", "911-992.2022", "cayenne-9y0.2022", "panamera-2022"):
        (found,) = howto(find_car(id_), 2024, "it", "end-data")
        assert " > ".join(found.path[:-1]) + " > " == PRIVACY
        assert found.ids[-1] == "privacy_all_services"


@pytest.mark.requirement("R-ROAM-5")
@pytest.mark.requirement("R-PIN-3")
def test_pcm_6_has_neither_roaming_nor_pin_and_says_why() -> None:
    seen = 0
    for car in load_cars().cars:
        for procedure in ("roaming", "remember-pin"):
            (found,) = howto(car, car.years[0], "en", procedure)
            assert found.available is (car.pcm != "6.0")
            if not found.available:
                assert found.path == found.ids == ()
                assert found.note
            seen += 1
    assert seen == 26


def test_every_procedure_of_every_car_says_something_in_every_language() -> None:
    seen = 0
    for car in load_cars().cars:
        for language in LANGUAGES:
            for found in howto(car, car.years[1], language):
                assert found.source, found
                assert found.available or found.note
                assert found.title != f"procedure_{found.procedure}"
                for words in (*found.path, found.note or "", found.assumed or ""):
                    assert "{" not in words
                    assert not words.startswith(("note_", "assumed_"))
                seen += 1
    assert seen == 13 * 6 * len(load_procedures())
    assert len(load_procedures()) == 6


def test_the_public_contract_has_these_keys() -> None:
    (found,) = howto(find_car("panamera-971.1"), 2018, "en", "roaming")
    shown = found.as_json()
    keys = ["procedure", "available", "path", "ids", "source", "assumed", "note"]
    assert list(shown) == keys
    assert shown["assumed"]
    assert shown["note"] is None


def test_the_second_way_to_the_link_page_is_in_the_note() -> None:
    (found,) = howto(find_car("macan-95b.2"), 2020, "en", "link")
    assert found.note is not None
    assert "APPS > Options > Porsche ID settings > Link new Porsche ID" in found.note


def test_an_unknown_procedure_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean roaming"):
        howto(find_car("718-982"), 2020, "en", "roamin")
