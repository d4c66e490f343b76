"""Static proof: all is reachable, all can be left, every path walks, in each language."""

import pytest

from menus import proof
from menus.find import find_node
from menus.howto import howto
from menus.load import load_tree
from menus.proof import prove
from models.catalogue import LANGUAGES, Car, Languages, load_cars, load_generations
from tests.menus.samples import tree_of

CARS = load_cars().cars


@pytest.mark.parametrize("car", CARS, ids=lambda car: car.id)
def test_every_entry_of_every_year_is_reachable_and_can_be_left(car: Car) -> None:
    years = range(car.years[0], car.years[1] + 1)
    assert len(years) >= 1
    for year in years:
        assert prove(load_tree(car, year)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("car", CARS, ids=lambda car: car.id)
def test_every_documented_path_walks_by_its_words(car: Car, language: Languages) -> None:
    walked = 0
    for year in range(car.years[0], car.years[1] + 1):
        tree = load_tree(car, year)
        for found in howto(car, year, language):
            if found.available:
                path = " > ".join(found.path)
                assert find_node(tree, path, languages=(language,)) == found.ids[-1], path
                walked += 1
    assert walked >= 4 * (car.years[1] - car.years[0] + 1)


def test_the_proof_sees_faults() -> None:
    tree = tree_of(
        {"id": "empty", "kind": "page"},
        {"id": "hollow", "kind": "page", "rows": [{"id": "o", "kind": "options", "rows": []}]},
        {"id": "locked", "kind": "toggle", "rows": [{"id": "lost", "kind": "toggle"}]},
        {"id": "opt_1", "kind": "options", "rows": [{"id": "a", "kind": "toggle"}]},
        {"id": "opt_2", "kind": "options", "rows": [{"id": "b", "kind": "toggle"}]},
    )
    found = "\n".join(prove(tree))
    assert "empty: opens a page without rows or list" in found
    assert "hollow: shows nothing but Options" in found
    assert "lost: cannot be reached from home" in found
    assert "locked: has rows, but a toggle opens no page" in found
    assert "main: has more than one Options" in found
    assert "procedure roaming: no entry 'roaming' in this car" in found


def test_the_proof_sees_a_shortcut_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    generation = load_generations()["4.0"].model_copy(update={"shortcuts": {"user": "nobody"}})
    monkeypatch.setattr(proof, "load_generations", lambda: {"4.0": generation})
    assert "shortcut of 'user' (generations.yaml): no page 'nobody'" in "\n".join(prove(tree_of()))


def test_no_icon_is_the_mark_of_another_maker() -> None:
    trees = [load_tree(car, car.years[1]) for car in load_cars().cars]
    icons = {tree.node(id_).icon or "" for tree in trees for id_ in tree.ids()}
    assert len(icons) >= 40
    assert [icon for icon in icons if "logo" in icon] == []
