"""Words of menu entries: languages, other names, proof of wording."""

from pathlib import Path

import pytest

from menus.labels import load_labels
from models.catalogue import LANGUAGES, Languages
from models.errors import UnknownNameError
from tests.menus.samples import write


def test_six_languages_have_words() -> None:
    assert len(LANGUAGES) == 6
    for language in LANGUAGES:
        assert load_labels(language).text("note_also") not in ("", "note_also")


@pytest.mark.requirement("R-LANG-1")
def test_italian_is_worded_as_the_source_prints_it() -> None:
    labels = load_labels("it")
    printed = {
        "roaming": "Roaming",
        "device_manager": "Gestione dispositivi",
        "data_connection": "Connessione dati",
        "data_connections": "Connessioni dati",
        "mobile_data": "Dati mobili",
        "data_off": "OFF",
        "telephone": "Telefono",
        "sim_card": "Scheda SIM",
        "remember_pin": "Segna PIN",
        "login_porsche_connect": "Login Porsche Connect",
        "porsche_connect_settings": "Impostazioni Porsche Connect",
        "settings": "Impostazioni",
        "account": "Account",
        "set_up_account": "Configura account",
        "privacy_connect_settings": "Privacy e impostazioni Porsche Connect",
        "privacy_mode": "Modalità Privacy",
        "options": "Opzioni",
    }
    assert {key: labels.text(key) for key in printed} == printed
    undocumented = [key for key in printed if not labels.documented(key)]
    assert undocumented == []


@pytest.mark.requirement("R-LANG-1")
def test_a_working_translation_is_not_passed_off_as_documented() -> None:
    assert load_labels("de").documented("remember_pin") == ()
    assert load_labels("pt").documented("device_manager") == ()


def test_a_key_without_words_falls_back_to_english_then_to_itself(tmp_path: Path) -> None:
    write(tmp_path, "labels/en/a.yaml", "assumed: {lamp: Lamp, off: {text: OFF, also: [Out]}}")
    write(tmp_path, "labels/it/a.yaml", "documented: {lamp: {text: Lampada, source: faq:183}}")
    labels = load_labels("it", tmp_path)
    assert labels.text("lamp") == "Lampada"
    assert labels.documented("lamp") == ("faq:183",)
    assert labels.text("off") == "OFF"
    assert labels.names("off") == ("OFF", "Out")
    assert labels.documented("off") == ()
    assert labels.text("door") == "door"
    assert labels.names("door") == ("door",)


def test_an_unknown_language_is_refused() -> None:
    unknown: Languages = "ti"  # type: ignore[assignment]
    with pytest.raises(UnknownNameError, match=r"did you mean .*it"):
        load_labels(unknown)
