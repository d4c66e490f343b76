"""Look-up in a merged tree."""

from pathlib import Path

import pytest

from menus.load import load_tree
from menus.tree import Tree
from models.errors import UnknownNameError
from tests.menus.samples import CAR, write_menus


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return load_tree(CAR, 2020, write_menus(tmp_path))


def test_paths_begin_at_the_main_menu(tree: Tree) -> None:
    assert tree.path("roaming") == ("phone", "phone_opt", "roaming")
    assert tree.path("phone") == ("phone",)
    assert tree.path("home") == ("home",)


def test_parents_and_options(tree: Tree) -> None:
    assert tree.parent("home") is None
    assert tree.parent("phone") == "home"
    options = tree.options_of("phone")
    assert options is not None
    assert options.id == "phone_opt"
    assert tree.options_of("car") is None


def test_provenance_is_inherited_only_from_an_assumption(tree: Tree) -> None:
    assert tree.provenance("roaming") == (("faq:183",), "")
    assert tree.provenance("ring_1") == ((), "depth")
    assert tree.provenance("lights") == ((), "background")
    assert tree.provenance("car") == ((), "background")


def test_an_unknown_id_names_the_nearest(tree: Tree) -> None:
    with pytest.raises(UnknownNameError, match="did you mean roaming"):
        tree.node("roming")
    assert "roming" not in tree
    assert "roaming" in tree
