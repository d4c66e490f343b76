"""Entries are found by id, by label in any language, by path; else one clear line."""

from pathlib import Path

import pytest

from menus.find import find_node, split_path
from menus.load import load_tree
from menus.tree import Tree
from models.catalogue import Languages, find_car
from models.errors import PcmError, UnknownNameError
from tests.menus.samples import CAR, write, write_menus


def tree(car: str, year: int) -> Tree:
    return load_tree(find_car(car), year)


ENGLISH: tuple[Languages, ...] = ("en",)
PANAMERA = "Gestione dispositivi > Opzioni > Connessioni dati"
PCM5 = "SET > Gestione dispositivi > Opzioni"
PRIVACY = "Impostazione > Privacy e impostazioni Porsche Connect > Modalità Privacy"
PORSCHE_ID = "APPS > Options > Porsche ID settings > Link new Porsche ID"


@pytest.mark.parametrize(
    ("car", "year", "name", "id_"),
    [
        ("718-982", 2020, "roaming", "roaming"),
        ("718-982", 2020, "ROAMING", "roaming"),
        ("718-982", 2020, "Segna PIN", "remember_pin"),
        ("718-982", 2020, "remember pin", "remember_pin"),
        ("718-982", 2020, "Accedi a Porsche Connect", "login_porsche_connect"),
        ("718-982", 2020, "APPS > OPT > Accedi a Porsche Connect", "login_porsche_connect"),
        ("718-982", 2020, "▶ APPS ▶ OPT ▶ Login Porsche Connect", "login_porsche_connect"),
        ("718-982", 2020, "PHONE>OPT>SET PHONE", "set_phone"),
        ("718-982", 2020, "phone > phone_opt > set_phone > roaming", "roaming"),
        ("718-982", 2020, "Home > PHONE > OPT", "phone_opt"),
        ("macan-95b.2", 2019, f"{PCM5} > Dati mobili > Dati mobili > OFF", "data_off"),
        ("macan-95b.2", 2019, "SET > Device manager > Opzioni > Telephone", "telephone"),
        ("macan-95b.2", 2019, PORSCHE_ID, "link_new_porsche_id"),
        ("macan-95b.2", 2019, f"{PORSCHE_ID} > enter_pairing_code", "enter_pairing_code"),
        ("panamera-971.1", 2018, "DEVICES > Gestione dispositivi", "device_manager"),
        ("panamera-971.1", 2018, f"{PANAMERA} > Connessioni dati > OFF", "data_off"),
        ("panamera-971.1", 2020, "Impostazioni Porsche Connect", "porsche_connect_settings"),
        ("taycan-j1", 2020, "▶ Impostazioni ▶ Account ▶ Configura account", "set_up_account"),
        ("taycan-j1", 2020, PRIVACY, "privacy_mode"),
        ("taycan-j1", 2020, "Home > Updates", "updates"),
    ],
)
def test_a_name_finds_its_entry(car: str, year: int, name: str, id_: str) -> None:
    assert find_node(tree(car, year), name) == id_


@pytest.fixture
def small(tmp_path: Path) -> tuple[Tree, Path]:
    write_menus(tmp_path)
    labels = "assumed: {lights: Light, contacts: Light, ring: Tone, to_ring: Tone, phone: Phone}"
    write(tmp_path, "labels/en/a.yaml", labels)
    write(tmp_path, "renamed.yaml", "renamed: {lamps: lights}")
    return load_tree(CAR, 2020, tmp_path), tmp_path


def test_an_ambiguous_label_names_the_paths(small: tuple[Tree, Path]) -> None:
    found, root = small
    with pytest.raises(PcmError) as refused:
        find_node(found, "light", root=root)
    assert "phone > contacts; car > lights" in str(refused.value)


def test_what_is_on_the_screen_wins(small: tuple[Tree, Path]) -> None:
    found, root = small
    assert find_node(found, "light", among=["lights", "to_ring"], root=root) == "lights"
    assert find_node(found, "light", among=["contacts"], root=root) == "contacts"
    assert find_node(found, "tone", among=["to_ring"], root=root) == "to_ring"


def test_an_old_id_tells_the_new_one(small: tuple[Tree, Path]) -> None:
    found, root = small
    with pytest.raises(PcmError, match="'lamps' is now 'lights'"):
        find_node(found, "lamps", root=root)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Romaing", "unknown menu entry 'Romaing'; did you mean"),
        ("PHONE > OPT > SET PHNOE", "in PHONE > OPT: 'SET PHNOE'; did you mean SET PHONE"),
        ("PHNOE > OPT", "did you mean"),
        ("PHONE > Roaming", "unknown entry in PHONE: 'Roaming'"),
        ("qqqq", "unknown menu entry 'qqqq'"),
        ("", "unknown menu entry ''"),
        ("a > b > c", "unknown entry in the main menus"),
    ],
)
def test_an_unknown_name_is_one_clear_line(name: str, part: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        find_node(tree("718-982", 2020), name, languages=ENGLISH)
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)


def test_splitting_a_path() -> None:
    assert split_path(" ▶ A ▶ B > C ") == ["A", "B", "C"]
    assert split_path("A") == ["A"]
    assert split_path(" > ") == []
