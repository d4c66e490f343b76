"""R-CTY and R-LANG: the 45 countries with contact and offer, the six languages."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.content import load_content
from models.markets import Market, MarketsFile, load_markets
from pcm.headunit.screen import Entry
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import Desk, cars_with

LANGUAGES = ("it", "en", "de", "fr", "es", "pt")
COUNTRIES = [market.code for market in load_markets().markets]
CAR_OF_EACH_PCM = [
    ("718-982", 2020),
    ("panamera-971.1", 2018),
    ("macan-95b.2", 2022),
    ("taycan-j1", 2024),
]
A_FEW_CONTACTS = {
    "AL": "smartmobility@al.porsche.com",
    "AU": "connect@porsche.com.au",
    "CN": "connect@cn.porsche.com",
    "DE": "smartmobility@de.porsche.com",
    "GI": "smartmobility@porsche.co.uk",
    "HK": "connect@cn.porsche.com",
    "IE": "smartmobility@porsche.co.uk",
    "IT": "smartmobility@it.porsche.com",
    "RU": "connect@porsche.ru",
    "TW": "connect@porsche.tw",
    "US": "connect@porsche.us",
}


def market(code: str) -> Market:
    return next(item for item in load_markets().markets if item.code == code)


@pytest.mark.requirement("R-CTY-1")
def test_the_source_names_45_countries() -> None:
    assert len(set(COUNTRIES)) == 45
    assert {code: market(code).contact for code in A_FEW_CONTACTS} == A_FEW_CONTACTS
    assert all(market(code).contact for code in COUNTRIES)
    assert {market(code).source[0] for code in COUNTRIES} == {f"faq:{n}" for n in range(19, 64)}


@pytest.mark.requirement("R-CTY-1")
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize(("car", "year"), CAR_OF_EACH_PCM)
def test_the_pcm_shows_the_contact_of_its_country(
    desk: DeskMaker, car: str, year: int, country: str
) -> None:
    pcm = desk(car, year, country)
    pcm.go(pcm.session.setup.tree.parent("contact") or "")
    assert pcm.row("contact").text == market(country).contact


@pytest.mark.requirement("R-CTY-1")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_another_country_gets_the_hint_to_the_dealer(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year, "ZZ", "en")
    pcm.go(pcm.session.setup.tree.parent("contact") or "")
    assert pcm.row("contact").text == "Please ask your Porsche dealer"
    assert "@" not in pcm.words


@pytest.mark.requirement("R-CTY-1")
def test_a_country_can_be_chosen_by_name_and_a_wrong_one_is_told() -> None:
    pcm = Desk("718-982", 2020)
    pcm.do(
        "country Germania", "expect state country DE", "country Spain", "expect state country ES"
    )
    assert "IT" in pcm.refused("country Itly") or "Italy" in pcm.refused("country Itly")
    pcm.do("expect state country ES")


@pytest.mark.requirement("R-CTY-2")
@pytest.mark.parametrize("country", [*COUNTRIES, "ZZ"])
@pytest.mark.parametrize(("car", "year"), CAR_OF_EACH_PCM)
def test_the_head_unit_does_what_the_table_says(
    desk: DeskMaker, car: str, year: int, country: str
) -> None:
    pcm = desk(car, year, country)
    offer, by_id = pcm.session.setup.market.offer, car == "taycan-j1"
    assert (pcm.state("data") == "embedded") == (offer.embedded_sim or by_id)
    if offer.connect:
        pcm.open_link()
        overlay = pcm.screen.overlay
        assert isinstance(overlay, Entry)
        assert overlay.steps == ((3 if offer.security_code else 2) if by_id else 1)
        pcm.do("home")
    else:
        row = "set_up_account" if by_id else "enter_pairing_code"
        tree, label = pcm.session.setup.tree, pcm.session.unit.view.label
        path = " > ".join(label(tree.node(step)) for step in tree.path(row))
        name = market(country).names["it"]
        assert pcm.refused(f"tap {path}") == pcm.say("reason.needs_connect", country=name)
    if by_id:
        return
    if not offer.sim_slot:
        assert "no slot" in pcm.refused("sim insert no_pin")
        return
    pcm.do("sim insert no_pin", "expect data inserted", "sim call in")
    pcm.do(f"expect state call {'incoming' if offer.sim_calls else 'idle'}")


@pytest.mark.requirement("R-CTY-2")
def test_every_cell_is_assumed_until_someone_confirms_it() -> None:
    file = load_markets()
    assert len(file.assumed) > 50
    cells = set(type(file.elsewhere.offer).model_fields)
    assert len(cells) == 5
    for item in (*file.markets, file.elsewhere):
        assert set(item.confirmed) <= cells
    assert sum(len(item.confirmed) for item in file.markets) < 20


@pytest.mark.requirement("R-CTY-2")
def test_the_table_can_be_edited(tmp_path: Path) -> None:
    source = (Path(__file__).parents[2] / "models" / "markets.yaml").read_text("utf-8")
    it = source.index("- code: IT")
    edited = tmp_path / "markets.yaml"
    edited.write_text(
        source[:it] + source[it:].replace("sim_slot: true", "sim_slot: false", 1), "utf-8"
    )
    changed = next(m for m in load_content(edited, MarketsFile).markets if m.code == "IT")
    assert not changed.offer.sim_slot
    pcm = Desk("718-982", 2020)
    view = pcm.session.unit.view
    assert "sim_slot" in view.features
    assert "sim_slot" not in replace(view.setup, market=changed).features


@pytest.mark.requirement("R-LANG-1")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_every_entry_has_a_label_in_every_language(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    pcm = desk(car, year, language=language)
    tree, label = pcm.session.setup.tree, pcm.session.unit.view.label
    labels = {id_: label(tree.node(id_)) for id_ in tree.ids()}
    assert len(labels) > 100
    bare = {id_: text for id_, text in labels.items() if not text.strip() or "_" in text}
    assert bare == {}


@pytest.mark.requirement("R-LANG-1")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_the_language_is_switched_in_the_menu_while_it_runs(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year, language="it")
    pcm.do("phone pair", "net abroad CH")
    titles, words = set(), set()
    for language in LANGUAGES:
        pcm.go(f"language_{language}")
        pcm.do(f"expect state language {language}", f"expect row language_{language} chosen")
        titles.add(pcm.screen.title)
        words.add(pcm.screen.header.no_data or pcm.say("reason.no_data"))
        pcm.do("expect state embedded_registration roaming", "expect state bluetooth on")
    assert len(titles) >= 4
    assert len(words) == len(LANGUAGES)


@pytest.mark.requirement("R-LANG-1")
def test_an_open_entry_keeps_what_was_typed_when_the_language_changes() -> None:
    pcm = Desk("718-982", 2020)
    pcm.open_link()
    pcm.do("type 123", "language de", "expect overlay pairing_code")
    assert isinstance(pcm.screen.overlay, Entry)
    assert pcm.screen.overlay.shown == "123"
    pcm.do("expect text 8-stelligen")


ITALIAN = {
    "4.0": (
        "APPS > OPT > Login Porsche Connect",
        "PHONE > OPT > SET PHONE > Roaming",
        "PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati > OFF",
        "PHONE > OPT > SET PHONE > Telefono > Scheda SIM > Segna PIN",
    ),
    "4.1": (
        "Impostazioni Porsche Connect",
        "Gestione dispositivi > Opzioni > Connessioni dati > Roaming",
        "Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati > OFF",
        "Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN",
    ),
    "5.0": (
        "Impostazioni Porsche Connect",
        "SET > Gestione dispositivi > Opzioni > Dati mobili > Roaming",
        "SET > Gestione dispositivi > Opzioni > Dati mobili > Dati mobili > OFF",
        "SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN",
    ),
    "6.0": (
        "Impostazioni > Account > Configura account",
        "Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy",
    ),
}


@pytest.mark.requirement("R-LANG-1")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_italian_has_the_wording_of_the_source(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year, language="it")
    paths = pcm.do("howto")
    for path in ITALIAN[pcm.state("pcm")]:
        assert path in paths


@pytest.mark.requirement("R-LANG-1")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_wording_without_a_document_is_marked(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    tree = pcm.session.setup.tree
    for id_ in tree.ids():
        source, assumed = tree.provenance(id_)
        assert source or assumed, f"{id_} has neither a source nor a reason why it is assumed"
        if assumed:
            assert pcm.say(f"assumed.{assumed}").strip()
