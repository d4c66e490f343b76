"""Differences between the menus of two cars or years."""

from menus.diff import diff_trees
from menus.load import load_tree
from menus.node import Kind
from models.catalogue import find_car
from tests.menus.samples import tree_of


def test_the_same_tree_does_not_differ() -> None:
    tree = load_tree(find_car("718-982"), 2020)
    assert not diff_trees(tree, tree, "en")


def test_the_device_manager_moves_from_devices_to_set() -> None:
    car = find_car("panamera-971.1")
    found = diff_trees(load_tree(car, 2018), load_tree(car, 2019), "it")
    assert [entry.id for entry in found.moved] == ["device_manager"]
    assert found.moved[0].before == ("DEVICES", "Gestione dispositivi")
    assert found.moved[0].after == ("SET", "Gestione dispositivi")
    assert "devices" in [entry.id for entry in found.removed]
    assert not found.added


def test_a_new_generation_brings_and_takes_entries() -> None:
    old = load_tree(find_car("panamera-971.2"), 2021)
    new = load_tree(find_car("panamera-2022"), 2022)
    found = diff_trees(old, new, "en")
    assert "privacy_mode" in [entry.id for entry in found.added]
    assert {"roaming", "remember_pin"} <= {entry.id for entry in found.removed}
    back = diff_trees(new, old, "en")
    assert {entry.id for entry in back.added} == {entry.id for entry in found.removed}


def test_renamed_and_changed_entries() -> None:
    before = tree_of({"id": "lamp", "kind": "toggle"}, {"id": "to", "kind": "toggle", "label": "a"})
    after = tree_of({"id": "lamp", "kind": "value"}, {"id": "to", "kind": "toggle", "label": "b"})
    found = diff_trees(before, after, "en")
    assert [(entry.id, entry.before, entry.after) for entry in found.renamed] == [("to", "a", "b")]
    assert [(entry.id, entry.before, entry.after) for entry in found.changed] == [
        ("lamp", Kind.TOGGLE, Kind.VALUE)
    ]
