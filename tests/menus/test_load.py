"""Reading base trees and overlays: what fits, and what a broken file says."""

from pathlib import Path

import pytest

from menus.load import load_overlays, load_tree
from models.catalogue import load_cars
from models.content import ContentError
from models.errors import PcmError
from tests.menus.samples import CAR, write, write_menus


def faults(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as refused:
        load_tree(CAR, 2020, folder)
    return [str(fault) for fault in refused.value.faults]


def test_every_car_and_year_has_a_tree_of_a_real_size() -> None:
    seen = 0
    for car in load_cars().cars:
        for year in range(car.years[0], car.years[1] + 1):
            tree = load_tree(car, year)
            assert len(tree.ids()) >= 110, (car.id, year)
            assert len(tree.mains) >= 8, (car.id, year)
            seen += 1
    assert seen == 58


def test_a_tree_is_read_once() -> None:
    assert load_tree(CAR, 2020) is load_tree(CAR, 2020)


def test_a_year_the_car_does_not_have_is_refused() -> None:
    with pytest.raises(PcmError, match="2016-2025"):
        load_tree(CAR, 2030)


def test_main_menus_keep_the_order_of_the_home_file(tmp_path: Path) -> None:
    tree = load_tree(CAR, 2020, write_menus(tmp_path))
    assert [main.id for main in tree.mains] == ["phone", "car"]


def test_overlays_apply_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_menus(tmp_path)
    cars = "cars: [718-982]\nwhy: test\n"
    write(tmp_path, "overlays/b.yaml", cars + "change:\n  - {id: heating, key: HEAT}\n")
    added = "  - {under: car, node: {id: heating, kind: page, lists: heaters}, first: true}\n"
    write(tmp_path, "overlays/a.yaml", cars + "add:\n" + added)
    tree = load_tree(CAR, 2020, tmp_path)
    assert tree.node("heating").key == "HEAT"
    assert tree.node("car").rows[0].id == "heating"


def test_an_overlay_of_other_years_or_cars_does_not_fit(tmp_path: Path) -> None:
    write_menus(tmp_path)
    write(
        tmp_path, "overlays/y.yaml", "cars: [718-982]\nyears: [2016, 2019]\nwhy: t\nremove: [car]"
    )
    write(tmp_path, "overlays/z.yaml", "cars: [911-991.2]\nwhy: t\nremove: [phone]")
    assert [main.id for main in load_tree(CAR, 2020, tmp_path).mains] == ["phone", "car"]
    assert [main.id for main in load_tree(CAR, 2019, tmp_path).mains] == ["phone"]


def test_a_main_menu_that_is_not_there_or_not_named(tmp_path: Path) -> None:
    write_menus(tmp_path)
    write(tmp_path, "trees/4.0/nav.yaml", "node: {id: nav, kind: page, lists: x, assumed: depth}")
    home = "home: {id: home, kind: page}\norder:\n  - phnoe\n  - car\n"
    write(tmp_path, "trees/4.0/home.yaml", home)
    found = faults(tmp_path)
    assert any(
        "home.yaml:3: order[0]: no file phnoe.yaml" in f and "did you mean phone?" in f
        for f in found
    )
    assert any("does not name the main menu of nav.yaml" in fault for fault in found)


def test_an_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    write_menus(tmp_path)
    twice = "node:\n  id: car\n  kind: page\n  rows:\n    - {id: roaming, kind: toggle}\n"
    write(tmp_path, "trees/4.0/car.yaml", twice)
    found = faults(tmp_path)
    assert len(found) == 1
    assert "'roaming' exists already" in found[0]
    assert "phone.yaml:" in found[0]
    assert "car.yaml:" in found[0]


def test_broken_main_menus_are_all_reported(tmp_path: Path) -> None:
    write_menus(tmp_path)
    write(tmp_path, "trees/4.0/phone.yaml", "node:\n  id: phone\n  kind: pag\n  rws: []\n")
    write(tmp_path, "trees/4.0/car.yaml", "node: {id: Car, kind: page}\n")
    found = "\n".join(faults(tmp_path))
    assert "phone.yaml:3: node.kind" in found
    assert "did you mean page" in found
    assert "phone.yaml:4: node.rws: unknown key; did you mean rows" in found
    assert "car.yaml:1: node.id" in found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "cars: [718-892]\nwhy: t\nremove: [car]\n",
            "cars[0]: unknown car '718-892'; did you mean",
        ),
        ("cars: [718-982]\nyears: [2030, 2031]\nwhy: t\nremove: [car]\n", ":2: years: 718-982 has"),
        ("cars: [718-982]\nwhy: t\nremov: [car]\n", ":3: remov: unknown key; did you mean remove"),
        ("cars: []\nwhy: t\nremove: [car]\n", ":1: cars"),
        ("cars: [718-982]\nremove: [car]\n", "why"),
    ],
)
def test_an_overlay_for_no_car_is_refused(tmp_path: Path, text: str, part: str) -> None:
    write(tmp_path, "overlays/odd.yaml", text)
    with pytest.raises(ContentError) as refused:
        load_overlays(tmp_path)
    assert part in str(refused.value)
    assert "odd.yaml" in str(refused.value)
